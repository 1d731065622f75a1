import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { kafkaClient } from '../../libs/log/kafka-client.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import { partitionOf } from '../../libs/log/partitioner.rule.js';
import { openMongoStore } from '../../libs/store/mongo.store.js';
import { killAll, startDistributedSystem, type DistributedSystem } from '../stack/distributed-system.testkit.js';
import { expectCountedOnce, expectFiguresOf, statusOf, tell } from './counted-once.testkit.js';
import { post, Sender } from './sender.testkit.js';

const partitions = 12;
const key = 'POISON-1';
const place = partitionOf(key, partitions);

const call = {
  specversion: '1.0',
  id: 'one',
  source: 'urn:example:contact-centre',
  type: 'charter.call.ended.v1',
  time: '2025-06-02T10:00:00Z',
  recordedtime: '2025-06-02T10:01:00Z',
  subject: key,
  data: { outcome: 'answered', waitSeconds: 1 },
};

interface Planted {
  readonly value: string | Buffer | null;
  readonly code: string;
  readonly partition?: number;
}

const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

/** What nobody should put on the log, and the code with which it must be found in quarantine. */
const poison: Readonly<Record<string, Planted>> = {
  'no JSON': { value: '{"specversion"', code: 'not-json' },
  'a text': { value: 'null', code: 'not-an-object' },
  'a tombstone': { value: null, code: 'not-json' },
  'a leading zero byte': {
    value: Buffer.concat([Buffer.from([0]), Buffer.from(JSON.stringify(call))]),
    code: 'not-json',
  },
  'an array': { value: JSON.stringify([call]), code: 'not-an-object' },
  '10 MB': { value: JSON.stringify({ ...call, data: { text: 'x'.repeat(10 << 20) } }), code: 'too-large' },
  'depth 10,000': { value: JSON.stringify(call).replace('"answered"', deep), code: 'too-deep' },
  'a forbidden name': { value: JSON.stringify(call).replace('"waitSeconds"', '"__proto__"'), code: 'forbidden-name' },
  'an unknown type': { value: JSON.stringify({ ...call, type: 'charter.call.begun.v1' }), code: 'unknown-type' },
  'a newer version': { value: JSON.stringify({ ...call, type: 'charter.call.ended.v2' }), code: 'unsupported-version' },
  'another key': { value: JSON.stringify({ ...call, subject: 'POISON-2' }), code: 'wrong-key' },
  'another partitioner (fault 12)': {
    value: JSON.stringify(call),
    code: 'wrong-partition',
    partition: (place + 1) % partitions,
  },
};

describe('what is put straight on the log (fault 9)', () => {
  let system: DistributedSystem;
  const sender = new Sender(() => system.intake.url);

  beforeAll(async () => {
    system = await startDistributedSystem();
  });
  afterAll(() => killAll(system.query, system.indicators, system.intake));

  it('and is no event lies in quarantine with its reason, and the next good event is visible within 5 s', async () => {
    await plant(system, Object.values(poison));
    const planted = Object.keys(poison).length;
    const begun = performance.now();
    await sender.sendBatch([JSON.stringify({ ...call, id: 'good' })]);
    while ((await statusOf(system.query.url))?.events.applied !== 1) await pause(20);
    const took = performance.now() - begun;
    expect(took).toBeLessThan(5_000);
    const events = await expectCountedOnce(system.query.url, { accepted: sender.accepted, planted });
    expect(events.quarantined).toBe(planted);
    const store = await openMongoStore(system.place.mongoUrl, { readOnly: true });
    const codes = (await store.quarantine(100)).map(({ code }) => code).sort();
    await store.close();
    expect(codes).toEqual(
      Object.values(poison)
        .map(({ code }) => code)
        .sort(),
    );
    tell(`poison of ${planted} kinds, the next event visible after ${Math.round(took)} ms`, events);
  }, 120_000);
});

describe('clocks that are wrong (fault 11)', () => {
  let system: DistributedSystem;
  const sender = new Sender(() => system.intake.url);

  beforeAll(async () => {
    system = await startDistributedSystem();
  });
  afterAll(() => killAll(system.query, system.indicators, system.intake));

  it('a day ahead are refused, a day behind or within five minutes are not', async () => {
    const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
    const sent = (id: string, ms: number): Promise<Response> =>
      post(system.intake.url, JSON.stringify({ ...call, id, time: at(ms), recordedtime: at(-1_000) }));
    const ahead = await sent('ahead', 86_400_000);
    expect([ahead.status, await ahead.text()]).toEqual([400, expect.stringContaining('time-in-future')]);
    expect((await sent('soon', 6 * 60_000)).status).toBe(400);
    expect((await sent('behind', -86_400_000)).status).toBe(202);
    expect((await sent('within', 4 * 60_000)).status).toBe(202);
  });

  it('facts about midnight on the days when clocks change count on their London day', async () => {
    const days = ['2025-03-30', '2025-10-26', '2025-03-31', '2025-04-01', '2025-10-25', '2025-11-01'];
    const times = ['00:00:00Z', '00:59:59.999Z', '01:00:00Z', '01:30:00+01:00', '22:59:59Z', '23:00:00Z', '23:30:00Z'];
    const lines = days.flatMap((day) =>
      times.map((time) =>
        JSON.stringify({
          ...call,
          id: `${day}T${time}`,
          subject: `CLOCK-${day}`,
          time: `${day}T${time}`,
          recordedtime: '2025-12-01T00:00:00Z',
        }),
      ),
    );
    await sender.sendBatch(lines);
    const accepted = [...sender.accepted];
    const before = 2;
    while ((await statusOf(system.query.url))?.events.applied !== accepted.length + before) await pause(50);
    const rows = await expectFiguresOf(system.query.url, { accepted, from: '2025-03-01', asOf: '2025-12-31' });
    console.log(`clocks: ${accepted.length} facts about midnight, ${rows} rows equal`);
  }, 120_000);
});

async function plant({ place: where }: DistributedSystem, records: readonly Planted[]): Promise<void> {
  const kafka = kafkaClient(kafkaSettings({ ...where, ssl: false, sasl: '', clientId: 'test' }));
  const admin = kafka.admin();
  await admin.connect();
  await admin.alterConfigs({
    validateOnly: false,
    resources: [
      {
        type: 2,
        name: where.topic,
        configEntries: [
          { name: 'message.timestamp.type', value: 'LogAppendTime' },
          { name: 'retention.ms', value: '-1' },
          { name: 'compression.type', value: 'zstd' },
          { name: 'max.message.bytes', value: String(16 << 20) },
        ],
      },
    ],
  });
  await admin.disconnect();
  const producer = kafka.producer();
  await producer.connect();
  for (const { value, partition = place } of records) {
    await producer.send({ topic: where.topic, messages: [{ key, value, partition }] });
  }
  await producer.disconnect();
}
