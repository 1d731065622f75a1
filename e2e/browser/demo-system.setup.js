import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { newDataFolder, startSystem } from '../doors/running-system.testkit.ts';

const filledWithin = 90_000;

/** Starts one demo for all browser tests, and waits until its history has been counted. Needs `npm run build`. */
export default async function startDemo() {
  const folder = newDataFolder();
  const system = await startSystem(folder.path, 'on');
  globalThis.endDemo = async () => {
    await system.stop();
    folder.remove();
  };
  process.env['CHARTER_TRIED_AT'] = system.url;
  const deadline = Date.now() + filledWithin;
  while (!(await isFilled(system.url))) {
    if (Date.now() > deadline) {
      await globalThis.endDemo();
      throw new Error(`the demo's history was not counted in ${filledWithin} ms`);
    }
    await pause(200);
  }
}

async function isFilled(url) {
  const response = await globalThis.fetch(`${url}/v1/status`, { headers: { authorization: 'Bearer demo-staff' } });
  const { filling, events } = await response.json();
  return filling === null && events.accepted > 50_000 && events.inFlight === 0;
}
