import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningSystem } from '../doors/running-system.testkit.js';
import { killAll, newPlace, startService, type Place } from '../stack/distributed-system.testkit.js';
import { expectCountedOnce, PositionsWatch, tell } from './counted-once.testkit.js';
import { linesOf, shortOrLong } from './load.testkit.js';
import { Sender } from './sender.testkit.js';

/** Longer than a session, after which the others take over. */
const pastItsSession = 14_000;

describe('two indicators that share the partitions', () => {
  let place: Place;
  let intake: RunningSystem;
  let query: RunningSystem;
  let one: RunningSystem;
  let two: RunningSystem;
  let watch: PositionsWatch;
  const sender = new Sender(() => intake.url, 20);
  const lines = linesOf({ scale: 0.0015, seed: 3 });

  beforeAll(async () => {
    place = newPlace();
    one = await startService('indicators', place);
    [two, intake, query] = await Promise.all([
      startService('indicators', place),
      startService('intake', place),
      startService('query', place),
    ]);
    watch = new PositionsWatch(() => query.url);
  });
  afterAll(async () => {
    await watch.end();
    await killAll(query, one, two, intake);
  });

  it('one of which stands still past its session and goes on (fault 3): the stale writer changes nothing', async () => {
    const load = sender.send(lines.slice(0, 2_500), 100);
    const stops = shortOrLong(1, 6);
    for (let stop = 0; stop < stops; stop += 1) {
      await pause(2_000 + 137 * stop);
      one.process.kill('SIGSTOP');
      await pause(pastItsSession);
      one.process.kill('SIGCONT');
    }
    await load;
    const events = await expectCountedOnce(query.url, { accepted: sender.accepted });
    expect(one.process.exitCode).toBeNull();
    tell(`stood still past its session ${stops} times`, events);
  }, 300_000);

  it('one of which is killed (fault 1): the other takes over', async () => {
    const load = sender.send(lines.slice(2_500, 4_000), 100);
    await pause(1_500);
    await two.kill();
    await load;
    tell('one of two killed', await expectCountedOnce(query.url, { accepted: sender.accepted }));
  }, 300_000);

  it('that come and go while events come in (fault 4): every rebalance leaves everything counted once', async () => {
    const load = sender.send(lines.slice(4_000), 100);
    const rounds = shortOrLong(3, 10);
    for (let round = 0; round < rounds; round += 1) {
      two = await startService('indicators', place);
      await pause(1_500);
      expect(await two.stop()).toBe(0);
    }
    await load;
    const events = await expectCountedOnce(query.url, { accepted: sender.accepted });
    tell(`joined and left ${rounds} times`, events);
  }, 300_000);
});
