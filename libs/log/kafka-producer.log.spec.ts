import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import kafkajs from 'kafkajs';
import { requestsOf, type PlacedRecord } from './kafka-producer.log.js';
import { partitionOf } from './partitioner.rule.js';

const placed = (partition: number, value: string): PlacedRecord => ({
  partition,
  record: { key: 'CASE-000001', value },
});

describe('requests to Kafka', () => {
  it('hold every record once, in the order of its partition', () => {
    const records = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.string()), { maxLength: 50 });
    fc.assert(
      fc.property(records, (given) => {
        const messages = requestsOf(given.map(([partition, value]) => placed(partition, value))).flat();
        for (let partition = 0; partition <= 3; partition += 1) {
          const sent = messages.filter((message) => message.partition === partition).map(({ value }) => value);
          expect(sent).toEqual(given.flatMap(([of, value]) => (of === partition ? [value] : [])));
        }
      }),
      { seed: 20260401 },
    );
  });

  it('stay below what a broker takes of one partition, and go on in the next', () => {
    const values = Array.from({ length: 40 }, (_, n) => `${n}${'ü'.repeat(40_000)}`);
    const requests = requestsOf([...values.map((value) => placed(0, value)), placed(1, 'small')]);
    for (const request of requests) {
      const bytes = request.reduce((sum, { value }) => sum + Buffer.byteLength(value ?? ''), 0);
      expect(bytes).toBeLessThan(1_000_000);
    }
    expect(requests[0]?.map(({ partition }) => partition)).toContain(1);
    expect(requests.length).toBeGreaterThan(1);
  });
});

describe('the partition that kafkajs gives a key', () => {
  it('is the one that the log expects it in, whatever the key', () => {
    const choose = kafkajs.Partitioners.DefaultPartitioner();
    const metadata = (partitions: number): Parameters<typeof choose>[0]['partitionMetadata'] =>
      Array.from({ length: partitions }, (_, partitionId) => ({
        partitionId,
        partitionErrorCode: 0,
        leader: 1,
        replicas: [1],
        isr: [1],
      }));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1, max: 24 }), (key, partitions) => {
        const message = { key, value: '' };
        expect(choose({ topic: 't', partitionMetadata: metadata(partitions), message })).toBe(
          partitionOf(key, partitions),
        );
      }),
      { seed: 20260401 },
    );
  });
});
