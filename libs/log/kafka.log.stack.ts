import { afterEach, describe, expect, it, jest } from '@jest/globals';
import kafkajs, { type Message } from 'kafkajs';
import { describeEventLog } from './event-log.contract.js';
import { openKafka } from './kafka.log.js';
import { makeTopic, type TopicUnderTest } from './kafka.testkit.js';
import { partitionOf } from './partitioner.rule.js';

jest.setTimeout(60_000);

describeEventLog('The log on Kafka', async () => {
  const { log, settings, remove } = await makeTopic(6);
  const reopened: (() => Promise<void>)[] = [];
  return {
    log,
    reopen: async () => {
      await log.close();
      const again = await openKafka(settings, null);
      reopened.push(() => again.close());
      return again;
    },
    remove: async () => {
      for (const close of reopened) await close();
      await remove();
    },
  };
});

/** Writes straight to the topic, past the log. */
const plant = async ({ kafka, settings }: TopicUnderTest, messages: Message[]): Promise<void> => {
  const producer = kafka.producer({ idempotent: true, createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  await producer.send({ topic: settings.topic, messages });
  await producer.disconnect();
};

const topics: TopicUnderTest[] = [];
const newTopic = async (partitions: number): Promise<TopicUnderTest> => {
  const topic = await makeTopic(partitions);
  topics.push(topic);
  return topic;
};
afterEach(async () => {
  for (const topic of topics.splice(0)) await topic.remove();
});

describe('a topic that is the event log', () => {
  it('puts a key where kafkajs and Java put it', async () => {
    const topic = await newTopic(12);
    const keys = Array.from({ length: 50 }, (_, n) => `CASE-${String(n).padStart(6, '0')}-Ⅳ`);
    await plant(
      topic,
      keys.map((key) => ({ key, value: '{}' })),
    );
    for (let partition = 0; partition < 12; partition += 1) {
      const found = await topic.log.read(partition, 0, 100);
      expect(found.map(({ key }) => key)).toEqual(keys.filter((key) => partitionOf(key, 12) === partition));
    }
  });

  it('shows what others write straight to it: without key or value, in bytes, with headers given twice', async () => {
    const topic = await newTopic(2);
    await plant(topic, [
      { key: null, value: null, partition: 1 },
      { key: 'CASE-000001', value: null, partition: 1 },
      { value: Buffer.from([0, 0xff]), partition: 1, headers: { a: ['1', '2'], ['__proto__']: 'x' } },
    ]);
    const found = await topic.log.read(1, 0, 10);
    expect(found.map(({ offset, key, value, headers }) => [offset, key, value, headers])).toEqual([
      [0, null, null, {}],
      [1, 'CASE-000001', null, {}],
      [2, null, '\u0000\ufffd', { a: '2' }],
    ]);
  });

  it('keeps the time at which the broker took a record, whatever its producer says', async () => {
    const topic = await newTopic(1);
    const before = Date.now();
    await plant(topic, [{ key: 'CASE-000001', value: '{}', timestamp: '1' }]);
    const [record] = await topic.log.read(0, 0, 1);
    expect(record?.appendedAt).toBeGreaterThanOrEqual(before - 1_000);
    expect(record?.appendedAt).toBeLessThanOrEqual(Date.now() + 1_000);
  });

  it('leaves no gap where somebody has written in a transaction', async () => {
    const topic = await newTopic(1);
    const { kafka, settings, log } = topic;
    const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, transactionalId: settings.topic });
    await producer.connect();
    const transaction = await producer.transaction();
    await transaction.send({ topic: settings.topic, messages: [{ key: 'CASE-000001', value: 'a', partition: 0 }] });
    await transaction.commit();
    await producer.disconnect();
    // The mark is written after the answer.
    while ((await log.bounds(0)).end < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await log.append([{ key: 'CASE-000001', value: 'b' }]);
    const found = await log.read(0, 0, 10);
    expect(found.map(({ offset, value }) => [offset, value])).toEqual([
      [0, 'a'],
      [1, null],
      [2, 'b'],
    ]);
  });

  it('goes on with the first record kept where the beginning has been deleted', async () => {
    const topic = await newTopic(1);
    const { admin, settings, log } = topic;
    await log.append(['a', 'b', 'c'].map((value) => ({ key: 'CASE-000001', value })));
    await admin.fetchTopicOffsets(settings.topic);
    await admin.deleteTopicRecords({ topic: settings.topic, partitions: [{ partition: 0, offset: '2' }] });
    expect(await log.bounds(0)).toEqual({ start: 2, end: 3 });
    expect(await log.read(0, 0, 10)).toMatchObject([{ value: 'c', offset: 2 }]);
  });

  it('is refused where it is missing, or keeps the producer’s time', async () => {
    const topic = await newTopic(1);
    const { admin, settings } = topic;
    await expect(openKafka({ ...settings, topic: 'charter-test-none' }, null)).rejects.toMatchObject({
      code: 'topic-missing',
    });
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: kafkajs.ConfigResourceTypes.TOPIC,
          name: settings.topic,
          configEntries: [{ name: 'message.timestamp.type', value: 'CreateTime' }],
        },
      ],
    });
    await expect(openKafka(settings, null)).rejects.toMatchObject({ code: 'topic-timestamps' });
  });

  it('cannot be reached where no broker is', async () => {
    const topic = await newTopic(1);
    const nowhere = { ...topic.settings, brokers: ['127.0.0.1:9'] };
    await expect(openKafka(nowhere, null)).rejects.toMatchObject({ code: 'log-unavailable', retriable: true });
  });

  it('leaves no group behind', async () => {
    const topic = await newTopic(1);
    await topic.log.read(0, 0, 1);
    const { groups } = await topic.admin.listGroups();
    expect(groups.map(({ groupId }) => groupId)).not.toContain('none');
  });
});
