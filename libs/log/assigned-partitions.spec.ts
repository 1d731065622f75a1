import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { AssignedPartitions, type Batch } from './assigned-partitions.consumer.js';
import { RecordingHandler } from './recording-handler.testkit.js';

const record = (offset: number): Batch['records'][number] => ({
  partition: 0,
  offset,
  appendedAt: 0,
  key: 'CASE-000001',
  value: String(offset),
  headers: {},
});
const never = (): boolean => false;

afterEach(() => {
  jest.restoreAllMocks();
});

/** Partition 0, of which every read brings one record more. */
function growing(handler: RecordingHandler, isAll: boolean): AssignedPartitions {
  const assigned = new AssignedPartitions(handler, (_, from) => Promise.resolve({ records: [record(from)], isAll }));
  assigned.hold([0]);
  return assigned;
}

// Under many writers every read brought something, no partition ever stood still, and figures were saved only when 50,000
// records of a partition had come together: minutes later.
describe('a partition of which every read brings more', () => {
  it('has been read to its end nevertheless: its owner is told at once, then every quarter of a second', async () => {
    const clock = jest.spyOn(performance, 'now');
    const handler = new RecordingHandler();
    const assigned = growing(handler, true);
    for (const now of [1_000, 1_100, 1_249, 1_250]) {
      clock.mockReturnValue(now);
      await assigned.goRound(never);
    }
    expect(handler.calls).toEqual([
      'assigned 0',
      'records 0: 0',
      'caught up 0',
      'records 0: 1',
      'records 0: 2',
      'records 0: 3',
      'caught up 0',
    ]);
  });

  it('is not at its end while the log holds more', async () => {
    const handler = new RecordingHandler();
    const assigned = growing(handler, false);
    await assigned.goRound(never);
    await assigned.goRound(never);
    expect(handler.calls).toEqual(['assigned 0', 'records 0: 0', 'records 0: 1']);
  });

  it('is left alone by whoever is stopped meanwhile', async () => {
    let isStopped = false;
    const handler = new RecordingHandler({
      records: () => {
        isStopped = true;
        return Promise.resolve();
      },
    });
    await growing(handler, true).goRound(() => isStopped);
    expect(handler.calls).toEqual(['assigned 0', 'records 0: 0']);
  });
});

describe('a partition that stands still after its last records', () => {
  it('is told of once, not again by the next read that finds nothing', async () => {
    const handler = new RecordingHandler();
    const batches: readonly Batch[] = [
      { records: [record(0)], isAll: true },
      { records: [], isAll: true },
    ];
    const assigned = new AssignedPartitions(handler, (_, from) => Promise.resolve(batches[from] ?? null));
    assigned.hold([0]);
    await assigned.goRound(never);
    await assigned.goRound(never);
    expect(handler.calls).toEqual(['assigned 0', 'records 0: 0', 'caught up 0']);
  });
});
