import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { openKafka } from '../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import type { RunningSystem } from '../doors/running-system.testkit.js';
import { Chance } from '../simulation/chance.simulation.js';
import {
  killAll,
  startDistributedSystem,
  startService,
  type DistributedSystem,
} from '../stack/distributed-system.testkit.js';
import { expectCountedOnce, expectFiguresOf, statusOf, tell } from './counted-once.testkit.js';
import { linesOf, shortOrLong } from './load.testkit.js';
import { Sender } from './sender.testkit.js';

const seed = 2;

describe('what is sent more than once', () => {
  let system: DistributedSystem;
  let intake: RunningSystem;
  const sender = new Sender(() => intake.url, 50);
  const lines = linesOf({ scale: 0.0008, seed });

  beforeAll(async () => {
    system = await startDistributedSystem();
    intake = system.intake;
  });
  afterAll(() => killAll(system.query, system.indicators, intake));

  it('because intake was killed before or after it answered (fault 2): nothing is lost or counted twice', async () => {
    const chance = new Chance(seed);
    const kills = shortOrLong(6, 40);
    const sending = { on: true };
    const load = sender.send(lines, 200).finally(() => (sending.on = false));
    let killed = 0;
    while (killed < kills && sending.on) {
      await pause(chance.between(0, 1_500));
      await intake.kill();
      intake = await startService('intake', system.place);
      killed += 1;
    }
    await load;
    const events = await expectCountedOnce(system.query.url, { accepted: sender.accepted });
    expect(sender.resent).toBeGreaterThan(0);
    tell(`seed ${seed}: intake killed ${killed} times, ${sender.resent} batches sent again`, events);
  }, 600_000);

  it('on two paths, by HTTP and straight to the log, and everything once more shuffled (faults 7, 8)', async () => {
    const settings = kafkaSettings({ ...system.place, ssl: false, sasl: '', clientId: 'test' });
    const log = await openKafka(settings, null);
    const again = new Chance(seed + 1).shuffled([...new Set(sender.accepted)]);
    await log.append(again.map((value) => ({ key: subjectOf(value), value })));
    await log.close();
    // What came first of one identity stands, whatever comes later in whatever order.
    const events = await expectCountedOnce(system.query.url, { accepted: sender.accepted });
    tell(`${again.length} sent on two paths, the second time shuffled`, events);
  }, 300_000);

  it('with other content under the same id (fault 7): the first stands, the other is in quarantine', async () => {
    const before = (await statusOf(system.query.url))?.events.quarantined ?? 0;
    const call = {
      specversion: '1.0',
      id: 'first',
      source: 'urn:example:contact-centre',
      type: 'charter.call.ended.v1',
      time: '2025-06-02T10:00:00Z',
      recordedtime: '2025-06-02T10:01:00Z',
      subject: 'CONFLICT-1',
      data: { outcome: 'answered', waitSeconds: 1 },
    };
    const first = JSON.stringify(call);
    const other = JSON.stringify({ ...call, data: { outcome: 'abandoned', waitSeconds: 2 } });
    await sender.sendBatch([first]);
    await sender.sendBatch([other]);
    sender.accepted.pop();
    const events = await expectCountedOnce(system.query.url, { accepted: sender.accepted });
    expect(events.quarantined).toBe(before + 1);
    expect(await expectFiguresOf(system.query.url, { accepted: sender.accepted })).toBeGreaterThan(500);
    tell('one id with two contents', events);
  }, 120_000);
});

function subjectOf(line: string): string {
  return (JSON.parse(line) as { readonly subject: string }).subject;
}
