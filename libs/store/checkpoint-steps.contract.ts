import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aCase, aGeneration, aQuarantineEntry, aSegment } from './checkpoint.testkit.js';
import type { CheckpointSteps, EngineStore } from './engine-store.port.js';

/** A store that saves a checkpoint step by step, empty at first. */
export interface SteppedStoreUnderTest {
  readonly store: EngineStore & CheckpointSteps;
  readonly remove: () => Promise<void>;
}

/** Every sentence of the port CheckpointSteps, as a test that each implementation runs. */
export function describeCheckpointSteps(name: string, make: () => Promise<SteppedStoreUnderTest>): void {
  describe(`${name}, step by step`, () => {
    let tested: SteppedStoreUnderTest;
    let store: EngineStore & CheckpointSteps;

    beforeEach(async () => {
      tested = await make();
      store = tested.store;
      await store.createGeneration(aGeneration());
    });
    afterEach(() => tested.remove());

    const stale = (step: string): unknown => expect.objectContaining({ code: 'stale-writer', step });

    it('inserts quarantine entries, again without effect', async () => {
      await store.insertQuarantine([aQuarantineEntry(5)]);
      await store.insertQuarantine([aQuarantineEntry(4), aQuarantineEntry(5, { code: 'conflict' })]);
      await store.insertQuarantine([]);
      expect(await store.quarantine(10)).toEqual([aQuarantineEntry(4), aQuarantineEntry(5)]);
    });

    it('inserts a segment under its range once', async () => {
      await store.insertSegment(aSegment(0));
      await expect(store.insertSegment(aSegment(0, 0, { digest: 'other' }))).rejects.toEqual(stale('segment'));
      await store.insertSegment(aSegment(0, 1));
      expect(await store.segmentHeadersFrom('g1', 0, 0)).toMatchObject([{ first: 0, last: 1, digest: 'digest of 1' }]);
      expect(await store.position('g1', 0)).toBe(0);
    });

    it('lets one of several win that insert the same segment at once', async () => {
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => store.insertSegment(aSegment(0))));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('replaces a case that is as it was read, and no other', async () => {
      await store.replaceCases('g1', 0, [aCase('CASE-000001', { through: 10 })]);
      await store.replaceCases('g1', 0, []);
      await store.replaceCases('g1', 0, [aCase('CASE-000001', { readThrough: 10, through: 20 })]);
      for (const readThrough of [null, 10, 19]) {
        const late = aCase('CASE-000001', { readThrough, through: 30 });
        await expect(store.replaceCases('g1', 0, [late])).rejects.toEqual(stale('case'));
      }
      const unknown = aCase('CASE-000002', { readThrough: 10, through: 30 });
      await expect(store.replaceCases('g1', 0, [unknown])).rejects.toEqual(stale('case'));
      expect(await store.readCases('g1', 0, ['CASE-000001', 'CASE-000002'])).toMatchObject([{ through: 20 }]);
    });

    it('advances a position, never back', async () => {
      await store.advancePosition('g1', 0, 100);
      await store.advancePosition('g1', 0, 100);
      await expect(store.advancePosition('g1', 0, 99)).rejects.toEqual(stale('position'));
      expect(await store.position('g1', 0)).toBe(100);
      expect(await store.position('g1', 1)).toBe(0);
    });
  });
}
