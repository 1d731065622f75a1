import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { newDataFolder, startSystem, type RunningSystem } from '../doors/running-system.testkit.js';
import { killAll, startDistributedSystem } from '../stack/distributed-system.testkit.js';
import { expectCountedOnce, tell } from './counted-once.testkit.js';
import { linesOf } from './load.testkit.js';
import { Sender } from './sender.testkit.js';
import { openSilentReaders, residentMegabytes } from './silent-readers.testkit.js';

const readers = 200;
/** Well above what so many open connections take, well below what would wait for them if all were kept. */
const mostMegabytes = 150;

describe(`${readers} readers of a stream that never read (fault 14)`, () => {
  it('take no more memory from query than their connections do', async () => {
    const system = await startDistributedSystem();
    try {
      await underReaders('distributed', system.intake, system.query);
    } finally {
      await killAll(system.query, system.indicators, system.intake);
    }
  }, 180_000);

  it('take no more memory from the embedded system than their connections do', async () => {
    const folder = newDataFolder();
    const system = await startSystem(folder.path);
    try {
      await underReaders('embedded', system, system);
    } finally {
      await killAll(system);
      folder.remove();
    }
  }, 180_000);
});

/** Counts meanwhile, so that there is always something new to tell. */
async function underReaders(profile: string, intake: RunningSystem, query: RunningSystem): Promise<void> {
  const sender = new Sender(() => intake.url, 20);
  const lines = linesOf({ scale: 0.0008, seed: 14 });
  await sender.send(lines.slice(0, 400));
  await expectCountedOnce(query.url, { accepted: sender.accepted });
  const before = residentMegabytes(query.process.pid);
  const end = await openSilentReaders(query.url, readers);
  const load = sender.send(lines.slice(400), 150);
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, residentMegabytes(query.process.pid))), 200);
  await load;
  await pause(2_000);
  clearInterval(looking);
  end();
  const events = await expectCountedOnce(query.url, { accepted: sender.accepted });
  tell(
    `${profile}, ${readers} silent readers, ${Math.round(before)} MB before and ${Math.round(most)} MB at most`,
    events,
  );
  expect(most - before).toBeLessThan(mostMegabytes);
}
