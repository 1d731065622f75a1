import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PollingConsumer } from '../../libs/log/polling.consumer.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';
import { Engine } from './engine.service.js';
import { anEvent, EngineDoor } from './engine.testkit.js';
import { storedSum } from './figures-sum.service.js';
import { pruneGenerations } from './rebuild.service.js';
import { differencesOf, rebuildAll, someEvents } from './rebuild.testkit.js';

/** A log counted in several goes, so that there are several segments. */
async function countedDoor(...batches: readonly (readonly object[])[]): Promise<EngineDoor> {
  const door = new EngineDoor();
  const context = await door.context();
  for (const batch of batches) {
    await door.append(...batch);
    await door.count(context);
  }
  return door;
}

const threeBatches = ['1', '2', '3'].map((id) =>
  ['CLAIM-000001', 'CLAIM-000002', 'CLAIM-000003'].map((subject) => anEvent(id, { subject })),
);

describe('a rebuild', () => {
  it('gives what counting as it came in has given, and readers are on it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someEvents, { minLength: 1, maxLength: 4 }), async (batches) => {
        const door = await countedDoor(...batches);
        expect(await rebuildAll(door)).toEqual([]);
        expect(await door.store.currentGeneration()).toBe('f1-2');
        expect(await differencesOf(door, 'f1', 'f1-2')).toEqual([]);
      }),
      { seed: 20260401, numRuns: 60 },
    );
  });

  it('finds figures that are not those of the log, says where, and moves nobody', async () => {
    const door = await countedDoor(...threeBatches);
    const { segmentsFrom } = door.store;
    const spoilt: EngineStore['segmentsFrom'] = async (generation, ...rest) => {
      const segments = await segmentsFrom.call(door.store, generation, ...rest);
      return generation === 'f1' ? segments.map((segment) => ({ ...segment, rows: doubled(segment.rows) })) : segments;
    };
    door.store.segmentsFrom = spoilt;
    expect(await rebuildAll(door)).toContainEqual(expect.stringMatching(/^\S+@\S+ in 2026-04: sums that differ: 1$/));
    expect(await door.store.currentGeneration()).toBe('f1');
  });

  it('cut short at any call to the store leaves readers on whole figures, and is gone on with or pruned', async () => {
    let calls = 0;
    for (let most = 1; ; most += 1) {
      const door = await countedDoor(...threeBatches);
      calls = 0;
      const dying = callByCall(door.store, () => {
        calls += 1;
        if (calls > most) throw new Error('the process was killed');
      });
      const outcome = await rebuildAll(door, dying).catch((error: unknown) => error);
      const inUse = await door.store.currentGeneration();
      if (inUse === 'f1-2') expect(await differencesOf(door, 'f1', 'f1-2')).toEqual([]);
      if (Array.isArray(outcome)) break;
      if (most % 2 === 0) {
        await pruneGenerations(door.store, 'f1');
        expect((await door.store.generations()).map(({ id }) => id)).toEqual([inUse]);
      }
      expect(await rebuildAll(door)).toEqual([]);
      const [now, ...left] = (await door.store.generations()).map(({ id }) => id).reverse();
      expect(await door.store.currentGeneration()).toBe(now);
      expect(left).toHaveLength(1);
    }
    expect(calls).toBeGreaterThan(20);
  });

  it('runs beside an engine that counts what comes in, which goes over by itself and loses nothing', async () => {
    const door = await countedDoor(...threeBatches);
    const consumer = new PollingConsumer(door.log, { pollMs: 1 });
    const { ended } = await consumer.start(new Engine(await door.context()));
    const rebuilding = { isDone: false };
    const appending = (async (): Promise<number> => {
      let appended = 0;
      for (; !rebuilding.isDone || appended < 40; appended += 1) {
        const subject = `CLAIM-00000${String(appended % 4)}`;
        await door.append(
          anEvent(`live-${String(appended)}`, { subject, type: 'charter.evidence.complete.v1', data: {} }),
        );
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return appended;
    })();
    expect(await rebuildAll(door)).toEqual([]);
    rebuilding.isDone = true;
    const total = (await appending) + 9;
    await untilCounted(door, 'f1-2', total);
    await consumer.stop();
    await expect(ended).resolves.toBeUndefined();
    const fresh = await countedDoor(...(await everything(door)));
    const recounted = await Promise.all([0, 1].map((partition) => storedSum(fresh.store, 'f1', partition)));
    const shown = await Promise.all([0, 1].map((partition) => storedSum(door.store, 'f1-2', partition)));
    expect(shown.map(({ counts }) => counts)).toEqual(recounted.map(({ counts }) => counts));
  });

  it('refuses to begin where nothing has been counted', async () => {
    await expect(rebuildAll(new EngineDoor())).rejects.toMatchObject({ code: 'no-figures' });
  });
});

/** The rows with every count doubled: the last column of them. */
function doubled(rows: Uint8Array): Uint8Array {
  const words = new Int32Array(new Uint8Array(rows).buffer);
  const last = words.length - 1;
  words[last] = 2 * (words[last] ?? 0);
  return new Uint8Array(words.buffer);
}

/** A store that tells `before` of every call. */
function callByCall(store: EngineStore, before: () => void): EngineStore {
  return new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        before();
        return (await Reflect.apply(member, target, args)) as unknown;
      };
    },
  });
}

async function untilCounted(door: EngineDoor, generation: string, records: number): Promise<void> {
  const deadline = performance.now() + 4_000;
  for (;;) {
    const headers = await Promise.all([0, 1].map((partition) => door.store.lastSegment(generation, partition)));
    if (headers.reduce((sum, header) => sum + (header?.through ?? -1) + 1, 0) === records) return;
    if (performance.now() > deadline) throw new Error(`${generation} has not been counted to the end`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What is on the log, a partition as a batch. */
async function everything({ log }: EngineDoor): Promise<readonly (readonly object[])[]> {
  const partitions = await Promise.all([0, 1].map((partition) => log.read(partition, 0, 10_000)));
  return partitions.map((records) => records.map(({ value }) => JSON.parse(value ?? '{}') as object));
}
