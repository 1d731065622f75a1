import { afterEach, describe, expect, it } from '@jest/globals';
import { StaleWriter } from '../store/engine-store.port.js';
import type { LogRecord, PartitionHandler } from './event-log.port.js';
import { MemoryLog } from './memory.log.js';
import { PollingConsumer, type PollingOptions } from './polling.consumer.js';

const partitions = 3;

/** Notes what it is told, in order; a test puts its own behaviour over single calls. */
class Recorder implements PartitionHandler {
  readonly calls: string[] = [];
  constructor(private readonly over: Partial<PartitionHandler> = {}) {}

  async assigned(partition: number): Promise<number> {
    this.calls.push(`assigned ${partition}`);
    return (await this.over.assigned?.(partition)) ?? 0;
  }
  async records(partition: number, records: readonly LogRecord[]): Promise<void> {
    this.calls.push(`records ${partition}: ${records.map(({ value }) => value).join(' ')}`);
    await this.over.records?.(partition, records);
  }
  async caughtUp(partition: number): Promise<void> {
    this.calls.push(`caught up ${partition}`);
    await this.over.caughtUp?.(partition);
  }
  async revoked(partition: number): Promise<void> {
    this.calls.push(`revoked ${partition}`);
    await this.over.revoked?.(partition);
  }

  /** Waits until a call has been made a number of times. */
  async saw(call: string, times = 1): Promise<void> {
    for (let waited = 0; this.calls.filter((one) => one === call).length < times; waited += 1) {
      if (waited > 1_000) throw new Error(`never saw “${call}”, only ${this.calls.join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

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

describe('a consumer that polls', () => {
  it('assigns every partition, says once that there is nothing to read, and revokes every one when stopped', async () => {
    const consumer = consumerOf(newLog(), { pollMs: 1 });
    const handler = new Recorder();
    const { ended } = await consumer.start(handler);
    await handler.saw('caught up 2');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await consumer.stop();
    await expect(ended).resolves.toBeUndefined();
    expect(handler.calls).toEqual([...allAssigned, ...allCaughtUp, ...allRevoked]);
  });

  it('reads the partitions in turn, a batch of each, in order, from where it is told', async () => {
    const log = newLog();
    await put(log, 0, 'a0', 'a1', 'a2', 'a3', 'a4');
    await put(log, 2, 'c0', 'c1', 'c2');
    const consumer = consumerOf(log, { batchSize: 2 });
    const handler = new Recorder({ assigned: (partition) => Promise.resolve(partition === 2 ? 1 : 0) });
    await consumer.start(handler);
    await handler.saw('caught up 0');
    await consumer.stop();
    expect(handler.calls).toEqual([
      ...allAssigned,
      'records 0: a0 a1',
      'caught up 1',
      'records 2: c1 c2',
      'records 0: a2 a3',
      'caught up 2',
      'records 0: a4',
      'caught up 0',
      ...allRevoked,
    ]);
  });

  it('reads on at once when woken, and says again when there is no more, of that partition only', async () => {
    const log = newLog();
    const consumer = consumerOf(log);
    const handler = new Recorder();
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
    const handler = new Recorder({
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
    const handler = new Recorder();
    await consumer.start(handler);
    await handler.saw('caught up 2');
    await put(log, 2, 'c0');
    await handler.saw('records 2: c0');
    await consumer.stop();
  });

  it('finishes the batch in hand when stopped, and only then revokes', async () => {
    const log = newLog();
    await put(log, 0, 'a0', 'a1');
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
    const handler = new Recorder({ records: () => gate });
    const consumer = consumerOf(log, { batchSize: 1 });
    await consumer.start(handler);
    await handler.saw('records 0: a0');
    const stopped = consumer.stop();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(handler.calls).toEqual([...allAssigned, 'records 0: a0']);
    open(undefined);
    await stopped;
    expect(handler.calls).toEqual([...allAssigned, 'records 0: a0', ...allRevoked]);
  });

  it('revokes only what it has assigned when it is stopped while it assigns', async () => {
    const handler = new Recorder({
      assigned: () => {
        void consumer.stop();
        return Promise.resolve(0);
      },
    });
    const consumer = consumerOf(newLog());
    const { ended } = await consumer.start(handler);
    await ended;
    expect(handler.calls).toEqual(['assigned 0', 'revoked 0']);
  });

  it('leaves other work its turn between batches', async () => {
    const log = newLog();
    await put(log, 0, ...Array.from({ length: 50 }, (_, n) => String(n)));
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      if (turns < 1_000) setImmediate(turn);
    };
    const handler = new Recorder();
    const consumer = consumerOf(log, { batchSize: 1 });
    await consumer.start(handler);
    setImmediate(turn);
    await handler.saw('caught up 0');
    expect(turns).toBeGreaterThanOrEqual(50);
    turns = 1_000;
    await consumer.stop();
  });

  it.each(['assigned', 'records', 'caughtUp', 'revoked'] as const)(
    'ends with the error of %s and calls nothing more',
    async (method) => {
      const log = newLog();
      await put(log, 0, 'a0');
      const bug = new TypeError('a bug');
      const handler = new Recorder({ [method]: () => Promise.reject(bug) });
      const consumer = consumerOf(log);
      const { ended } = await consumer.start(handler);
      const outcome = expect(ended).rejects.toBe(bug);
      if (method === 'revoked') await consumer.stop();
      await outcome;
      const calls = [...handler.calls];
      consumer.wake();
      await consumer.stop();
      expect(handler.calls).toEqual(calls);
      expect(calls.at(-1)).toMatch(method === 'caughtUp' ? 'caught up' : method);
    },
  );

  it('ends with the log’s error', async () => {
    const log = newLog();
    const gone = new Error('gone');
    log.read = () => Promise.reject(gone);
    const { ended } = await consumerOf(log).start(new Recorder());
    await expect(ended).rejects.toBe(gone);
  });

  it.each(['records', 'caughtUp'] as const)(
    'revokes a partition and assigns it again when another writer was first in %s',
    async (method) => {
      const log = newLog();
      await put(log, 1, 'b0', 'b1');
      let refusals = 0;
      const refusedOnce = (partition: number): Promise<void> =>
        partition === 1 && refusals++ === 0 ? Promise.reject(new StaleWriter('segment')) : Promise.resolve();
      const handler = new Recorder({
        assigned: (partition) => Promise.resolve(partition === 1 && refusals > 0 ? 1 : 0),
        [method]: refusedOnce,
      });
      const consumer = consumerOf(log, { pollMs: 5 });
      const { ended } = await consumer.start(handler);
      await handler.saw('records 1: b1');
      await handler.saw('caught up 1', method === 'records' ? 1 : 2);
      await consumer.stop();
      await expect(ended).resolves.toBeUndefined();
      expect(handler.calls.filter((call) => call.includes('1'))).toEqual([
        'assigned 1',
        'records 1: b0 b1',
        ...(method === 'caughtUp' ? ['caught up 1'] : []),
        'revoked 1',
        'assigned 1',
        'records 1: b1',
        'caught up 1',
        'revoked 1',
      ]);
      expect(handler.calls.filter((call) => call.includes('assigned 0'))).toHaveLength(1);
    },
  );

  it('is stopped at once before it was started, and is started only once', async () => {
    const consumer = consumerOf(newLog());
    const handler = new Recorder();
    await consumer.start(handler);
    await expect(consumer.start(handler)).rejects.toThrow('started already');
    await consumer.stop();
    await consumer.stop();
    await consumerOf(newLog()).stop();
  });
});
