import { setTimeout as pause } from 'node:timers/promises';
import { newDataFolder, startProgram, type RunningSystem } from '../doors/running-system.testkit.js';
import { refusedLineNumbers, sampleLines } from '../doors/sample.testkit.js';

/** What a process holds once what is no longer used has been given back. */
export interface Holding {
  /** Bytes. */
  readonly heap: number;
  /** Sockets, files and the like. */
  readonly handles: number;
}

/** A system of its own that says on being asked how much it holds. */
export interface FuzzedSystem {
  readonly url: string;
  readonly holding: () => Promise<Holding>;
  /** What does not add up of its events, once all are counted; `null`: nothing. */
  readonly lost: () => Promise<string | null>;
  /** Stops it; answers its exit code. */
  readonly stop: () => Promise<number | null>;
}

const PRELOAD = ['--expose-gc', '--import', './dist/e2e/fuzz/telling.preload.js'];
const WITHIN_MS = 20_000;
/** Of a batch. */
const MOST_EVENTS = 1_000;

/** With the tokens of the demo, holding the sample's events. */
export async function startFuzzedSystem(): Promise<FuzzedSystem> {
  const system = await startEmpty({});
  await fillWithSample(system.url);
  return { ...system, lost: () => eventually(async () => (await standingAt(system.url)).fault) };
}

/** With the tokens of an issuer, holding nothing. */
export function startIssuedSystem(settings: Readonly<Record<string, string>>): Promise<FuzzedSystem> {
  return startEmpty(settings);
}

async function startEmpty(settings: Readonly<Record<string, string>>): Promise<FuzzedSystem> {
  const folder = newDataFolder();
  const own = { CHARTER_DATA: folder.path, CHARTER_DEMO: 'off', ...settings };
  const system = await startProgram('dist/services/standalone/main.js', own, PRELOAD);
  return {
    url: system.url,
    holding: () => holdingOf(system),
    lost: () => Promise.resolve(null),
    stop: async () => {
      const code = await system.stop();
      folder.remove();
      return code;
    },
  };
}

async function fillWithSample(url: string): Promise<void> {
  const refused = refusedLineNumbers();
  const right = sampleLines().filter((_, index) => !refused.includes(index + 1));
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-importer', 'content-type': 'application/cloudevents-batch+json' },
    body: `[${right.slice(0, MOST_EVENTS).join(',')}]`,
  });
  if (!response.ok) throw new Error(`the sample was answered ${response.status}: ${await response.text()}`);
  const late = await eventually(async () => {
    const shown = await fetch(`${url}/v1/observations?measure=applications-received&grain=month`, {
      headers: { authorization: 'Bearer demo-scrutiny' },
    });
    return shown.status === 200 ? (await standingAt(url)).fault : `scrutiny is answered ${shown.status}`;
  });
  if (late !== null) throw new Error(late);
}

interface Status {
  readonly events: Readonly<Record<'accepted' | 'applied' | 'duplicates' | 'quarantined' | 'inFlight', number>>;
}

async function standingAt(url: string): Promise<{ readonly fault: string | null }> {
  const response = await fetch(`${url}/v1/status`, { headers: { authorization: 'Bearer demo-admin' } });
  const { events } = (await response.json()) as Status;
  const adds = events.applied + events.duplicates + events.quarantined + events.inFlight === events.accepted;
  return { fault: adds && events.inFlight === 0 ? null : `events do not add up: ${JSON.stringify(events)}` };
}

/** What is wrong, as soon as nothing is, or at the last. */
async function eventually(look: () => Promise<string | null>): Promise<string | null> {
  const until = performance.now() + WITHIN_MS;
  for (;;) {
    const wrong = await look();
    if (wrong === null || performance.now() > until) return wrong;
    await pause(200);
  }
}

async function holdingOf(system: RunningSystem): Promise<Holding> {
  const before = told(system).length;
  system.process.kill('SIGUSR2');
  for (let tries = 0; tries < 100; tries += 1) {
    await pause(50);
    const last = told(system)[before];
    if (last !== undefined) return JSON.parse(last) as Holding;
  }
  throw new Error('the system does not say what it holds');
}

function told(system: RunningSystem): readonly string[] {
  return [...system.told().matchAll(/^holding (\{.*\})$/gm)].map(([, text = '']) => text);
}
