import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningSystem } from '../doors/running-system.testkit.js';
import { Chance } from '../simulation/chance.simulation.js';
import { killAll, newPlace, startService, type Place } from '../stack/distributed-system.testkit.js';
import { expectCountedOnce, PositionsWatch, tell } from './counted-once.testkit.js';
import { forgetMembers } from './dead-members.testkit.js';
import { linesOf, shortOrLong } from './load.testkit.js';
import { Sender } from './sender.testkit.js';

const seed = 6;
const points = shortOrLong(8, 32);
const hook = ['--import', './e2e/faults/dies-at-write.testkit.ts'];

describe('indicators under load', () => {
  let place: Place;
  let intake: RunningSystem;
  let query: RunningSystem;
  let indicators: RunningSystem | undefined;
  const sender = new Sender(() => intake.url, 20);
  const lines = linesOf({ scale: 0.0014, seed });

  beforeAll(async () => {
    place = newPlace();
    intake = await startService('intake', place);
    const first = await startService('indicators', place);
    query = await startService('query', place);
    await first.stop();
  });
  afterAll(() => killAll(query, indicators, intake));

  it(`killed at ${points} points, before or after one of their writes (fault 1): everything is counted once`, async () => {
    const chance = new Chance(seed);
    const watch = new PositionsWatch(() => query.url);
    const sending = { on: true };
    const load = sender.send(lines.slice(0, 4_500), 40).finally(() => (sending.on = false));
    const died: string[] = [];
    let byThemselves = 0;
    while (died.length < points) {
      const at = { number: chance.between(1, 40), when: chance.oneOf(['before', 'after']) };
      const environment = { FAULT_DIES_AT_WRITE: String(at.number), FAULT_DIES_WHEN: at.when };
      indicators = await startService('indicators', place, { environment, nodeOptions: hook }).catch(() => undefined);
      if (indicators !== undefined) await Promise.race([indicators.ended(), pause(sending.on ? 60_000 : 5_000)]);
      // One that died before it listened was never handed over.
      if (indicators === undefined || indicators.process.signalCode === 'SIGKILL') byThemselves += 1;
      died.push(`${at.when} ${at.number}`);
      await killAll(indicators);
      await forgetMembers(place);
      await pause(chance.between(0, 400));
    }
    indicators = await startService('indicators', place);
    await load;
    const events = await expectCountedOnce(query.url, { accepted: sender.accepted });
    await watch.end();
    expect(byThemselves).toBeGreaterThanOrEqual(Math.ceil(points * 0.75));
    tell(
      `seed ${seed}: killed at ${died.length} points, ${byThemselves} of them at the write that was meant (${died.join(', ')}), ${watch.looks} looks`,
      events,
    );
  }, 1_200_000);

  it('told to stop while they count (fault 13): end with 0, and everything is counted once', async () => {
    const load = sender.send(lines.slice(4_500, 5_500), 200);
    await pause(1_000);
    const stopped = await indicators?.stop();
    expect(stopped).toBe(0);
    indicators = await startService('indicators', place);
    await pause(2_000);
    expect(await intake.stop()).toBe(0);
    intake = await startService('intake', place);
    await load;
    tell(
      `stopped under load, ${sender.resent} batches sent again`,
      await expectCountedOnce(query.url, { accepted: sender.accepted }),
    );
  }, 300_000);

  it('end with an error, not with silence, where the program has a mistake (fault 10); nothing is lost by it', async () => {
    await indicators?.stop();
    const broken = await startService('indicators', place, {
      nodeOptions: ['--import', './e2e/faults/throws-once.testkit.ts'],
    });
    await sender.send(lines.slice(5_500));
    expect(await broken.ended()).toBe(1);
    expect(broken.told()).toContain('TypeError: planted');
    indicators = await startService('indicators', place);
    tell('a TypeError thrown', await expectCountedOnce(query.url, { accepted: sender.accepted }));
  }, 300_000);
});
