import { afterEach, describe, expect, it } from '@jest/globals';
import { describeLogConsumer } from './log-consumer.contract.js';
import { MemoryLog } from './memory.log.js';
import { PollingConsumer, type PollingOptions } from './polling.consumer.js';
import { RecordingHandler } from './recording-handler.testkit.js';

const partitions = 3;

const newLog = (): MemoryLog => new MemoryLog(partitions, () => 0);
const put = (log: MemoryLog, partition: number, ...values: readonly string[]): Promise<void> =>
  log.append(values.map((value) => ({ key: 'CASE-000001', value, partition })));
/** Never polls by itself within a test. */
const consumerOf = (log: MemoryLog, options: PollingOptions = {}): PollingConsumer => {
  const consumer = new PollingConsumer(log, { pollMs: 60_000, ...options });
  consumers.push(consumer);
  return consumer;
};
const consumers: PollingConsumer[] = [];
afterEach(async () => {
  for (const consumer of consumers.splice(0)) await consumer.stop();
});

const allAssigned = ['assigned 0', 'assigned 1', 'assigned 2'];
const allCaughtUp = ['caught up 0', 'caught up 1', 'caught up 2'];
const allRevoked = ['revoked 0', 'revoked 1', 'revoked 2'];

describeLogConsumer('A consumer that polls the log in memory', 4_000, () => {
  const log = newLog();
  return Promise.resolve({
    log,
    newConsumer: () => new PollingConsumer(log, { pollMs: 5 }),
    remove: () => Promise.resolve(),
  });
});

describe('a consumer that polls', () => {
  it('reads the partitions in turn, a batch of each, in order, from where it is told', async () => {
    const log = newLog();
    await put(log, 0, 'a0', 'a1', 'a2', 'a3', 'a4');
    await put(log, 2, 'c0', 'c1', 'c2');
    const consumer = consumerOf(log, { batchSize: 2 });
    const handler = new RecordingHandler({ assigned: (partition) => Promise.resolve(partition === 2 ? 1 : 0) });
    await consumer.start(handler);
    await handler.saw('caught up 0');
    await consumer.stop();
    expect(handler.calls).toEqual([
      ...allAssigned,
      'records 0: a0 a1',
      'caught up 1',
      'records 2: c1 c2',
      'caught up 2',
      'records 0: a2 a3',
      'records 0: a4',
      'caught up 0',
      ...allRevoked,
    ]);
  });

  it('reads on at once when woken, and says again when there is no more, of that partition only', async () => {
    const log = newLog();
    const consumer = consumerOf(log);
    const handler = new RecordingHandler();
    await consumer.start(handler);
    await handler.saw('caught up 2');
    await put(log, 1, 'b0');
    consumer.wake();
    await handler.saw('caught up 1', 2);
    await consumer.stop();
    expect(handler.calls).toEqual([...allAssigned, ...allCaughtUp, 'records 1: b0', 'caught up 1', ...allRevoked]);
  });

  it('loses no wake that comes while it is reading', async () => {
    const log = newLog();
    const consumer = consumerOf(log);
    const handler = new RecordingHandler({
      caughtUp: async (partition) => {
        if (partition !== 2 || handler.calls.includes('records 0: late')) return;
        await put(log, 0, 'late');
        consumer.wake();
      },
    });
    await consumer.start(handler);
    await handler.saw('records 0: late');
    await consumer.stop();
  });

  it('finds by polling what nobody woke it for', async () => {
    const log = newLog();
    const consumer = consumerOf(log, { pollMs: 5 });
    const handler = new RecordingHandler();
    await consumer.start(handler);
    await handler.saw('caught up 2');
    await put(log, 2, 'c0');
    await handler.saw('records 2: c0');
    await consumer.stop();
  });

  it('leaves other work its turn between batches', async () => {
    const log = newLog();
    await put(log, 0, ...Array.from({ length: 50 }, (_, n) => String(n)));
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      if (turns < 1_000) setImmediate(turn);
    };
    const handler = new RecordingHandler();
    const consumer = consumerOf(log, { batchSize: 1 });
    await consumer.start(handler);
    setImmediate(turn);
    await handler.saw('caught up 0');
    expect(turns).toBeGreaterThanOrEqual(50);
    turns = 1_000;
    await consumer.stop();
  });

  it('ends with the log’s error', async () => {
    const log = newLog();
    const gone = new Error('gone');
    log.read = () => Promise.reject(gone);
    const { ended } = await consumerOf(log).start(new RecordingHandler());
    await expect(ended).rejects.toBe(gone);
  });
});
