import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StaleWriter, StoreUnavailable } from '../store/engine-store.port.js';
import { LogUnavailable, type EventLog, type LogConsumer, type PartitionHandler } from './event-log.port.js';
import { RecordingHandler } from './recording-handler.testkit.js';

/** A log of three partitions, empty at first, and the consumers of it. */
export interface ConsumerUnderTest {
  readonly log: EventLog;
  /** A consumer to whom all partitions will belong. It reads on by itself when something is appended. */
  readonly newConsumer: () => LogConsumer;
  readonly remove: () => Promise<void>;
}

const all = [0, 1, 2];

/** What each implementation of the port LogConsumer must do. `patience`: how long anything may take, in milliseconds. */
export function describeLogConsumer(name: string, patience: number, make: () => Promise<ConsumerUnderTest>): void {
  describe(name, () => {
    let tested: ConsumerUnderTest;
    let consumer: LogConsumer;

    beforeEach(async () => {
      tested = await make();
      consumer = tested.newConsumer();
    });
    afterEach(async () => {
      await consumer.stop();
      await tested.remove();
    });

    const handlerWith = (over: Partial<PartitionHandler> = {}): RecordingHandler =>
      new RecordingHandler(over, patience);
    const put = (partition: number, ...values: readonly string[]): Promise<void> =>
      tested.log.append(values.map((value) => ({ key: 'CASE-000001', value, partition })));
    const caughtUpWith = async (handler: RecordingHandler): Promise<void> => {
      for (const partition of all) await handler.saw(`caught up ${partition}`);
    };

    it('assigns every partition, says once that there is nothing to read, and revokes every one when stopped', async () => {
      const handler = handlerWith();
      const { ended } = await consumer.start(handler);
      await caughtUpWith(handler);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await consumer.stop();
      await expect(ended).resolves.toBeUndefined();
      for (const partition of all) expect(handler.storyOf(partition)).toEqual(['assigned', 'caught up', 'revoked']);
    });

    it('hands over every record in order, from where it is told', async () => {
      const values = Array.from({ length: 300 }, (_, n) => String(n));
      await put(0, ...values);
      await put(2, ...values);
      const handler = handlerWith({ assigned: (partition) => Promise.resolve(partition === 2 ? 290 : 0) });
      await consumer.start(handler);
      await caughtUpWith(handler);
      expect(handler.valuesOf(0)).toEqual(values);
      expect(handler.valuesOf(1)).toEqual([]);
      expect(handler.valuesOf(2)).toEqual(values.slice(290));
    });

    it('reads on, and says again when there is no more, of that partition only', async () => {
      const handler = handlerWith();
      await consumer.start(handler);
      await caughtUpWith(handler);
      for (const value of ['b0', 'b1', 'b2']) {
        await put(1, value);
        const isRead = (): boolean => handler.valuesOf(1).at(-1) === value && handler.storyOf(1).at(-1) === 'caught up';
        await handler.until(isRead, `caught up after ${value}`);
      }
      await consumer.stop();
      expect(handler.valuesOf(1)).toEqual(['b0', 'b1', 'b2']);
      expect(handler.storyOf(0)).toEqual(['assigned', 'caught up', 'revoked']);
    });

    it('calls its handler one call at a time', async () => {
      for (const partition of all) await put(partition, 'v');
      let [under, most] = [0, 0];
      const slowly = async (): Promise<void> => {
        under += 1;
        most = Math.max(most, under);
        await new Promise((resolve) => setTimeout(resolve, 2));
        under -= 1;
      };
      const handler = handlerWith({
        assigned: () => slowly().then(() => 0),
        records: slowly,
        caughtUp: slowly,
        revoked: slowly,
      });
      await consumer.start(handler);
      await caughtUpWith(handler);
      await consumer.stop();
      expect(most).toBe(1);
    });

    it('finishes the batch in hand when stopped, and only then revokes', async () => {
      await put(0, 'a0');
      const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
      const handler = handlerWith({ records: () => gate });
      await consumer.start(handler);
      await handler.saw('records 0: a0');
      const stopped = consumer.stop();
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(handler.calls.at(-1)).toBe('records 0: a0');
      open(undefined);
      await stopped;
      expect(handler.storyOf(0)).toEqual(['assigned', 'records', 'revoked']);
    });

    it('revokes only what it has assigned when it is stopped while it assigns', async () => {
      const handler = handlerWith({
        assigned: () => {
          void consumer.stop();
          return Promise.resolve(0);
        },
      });
      const { ended } = await consumer.start(handler);
      await ended;
      expect(handler.calls).toEqual([expect.stringMatching('assigned'), expect.stringMatching('revoked')]);
    });

    it.each(['assigned', 'records', 'caughtUp', 'revoked'] as const)(
      'ends with the error of %s and calls nothing more',
      async (method) => {
        await put(0, 'a0');
        const bug = new TypeError('a bug');
        const handler = handlerWith({ [method]: () => Promise.reject(bug) });
        const { ended } = await consumer.start(handler);
        const outcome = expect(ended).rejects.toBe(bug);
        if (method === 'revoked') {
          await caughtUpWith(handler);
          await consumer.stop();
        }
        await outcome;
        const calls = [...handler.calls];
        await put(0, 'a1');
        await consumer.stop();
        expect(handler.calls).toEqual(calls);
        expect(calls.at(-1)).toMatch(method === 'caughtUp' ? 'caught up' : method);
      },
    );

    it.each(['records', 'caughtUp'] as const)(
      'revokes a partition and assigns it again when another writer was first in %s',
      async (method) => {
        await put(1, 'b0', 'b1');
        let refusals = 0;
        const handler = handlerWith({
          assigned: (partition) => Promise.resolve(partition === 1 && refusals > 0 ? 1 : 0),
          [method]: (partition: number) =>
            partition === 1 && refusals++ === 0 ? Promise.reject(new StaleWriter('segment')) : Promise.resolve(),
        });
        const { ended } = await consumer.start(handler);
        await handler.saw('caught up 1', method === 'records' ? 1 : 2);
        await consumer.stop();
        await expect(ended).resolves.toBeUndefined();
        expect(handler.valuesOf(1)).toEqual(['b0', 'b1', 'b1']);
        expect(handler.storyOf(1)).toEqual([
          'assigned',
          'records',
          ...(method === 'caughtUp' ? ['caught up'] : []),
          'revoked',
          'assigned',
          'records',
          'caught up',
          'revoked',
        ]);
        expect(handler.storyOf(0).filter((word) => word === 'assigned')).toHaveLength(1);
      },
    );

    it.each([
      ['log', 'assigned', LogUnavailable],
      ['log', 'records', LogUnavailable],
      ['log', 'caughtUp', LogUnavailable],
      ['store', 'assigned', StoreUnavailable],
      ['store', 'records', StoreUnavailable],
      ['store', 'caughtUp', StoreUnavailable],
    ] as const)(
      'begins a partition anew when its handler could not reach the %s in %s',
      async (_, method, Unavailable) => {
        await put(1, 'b0');
        let failures = 0;
        const handler = handlerWith({
          [method]: (partition: number) =>
            partition === 1 && failures++ === 0 ? Promise.reject(new Unavailable('away')) : Promise.resolve(0),
        });
        await consumer.start(handler);
        await handler.saw('assigned 1', 2);
        await handler.saw('caught up 1', method === 'caughtUp' ? 2 : 1);
        const revokedBefore = method === 'assigned' ? [] : ['revoked'];
        expect(handler.storyOf(1).filter((word) => word === 'revoked')).toEqual(revokedBefore);
      },
    );

    it('is stopped at once before it was started, and is started only once', async () => {
      await consumer.start(handlerWith());
      await expect(consumer.start(handlerWith())).rejects.toThrow('started already');
      await consumer.stop();
      await consumer.stop();
      await tested.newConsumer().stop();
    });
  });
}
