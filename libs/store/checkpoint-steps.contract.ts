import { describe, expect, it } from '@jest/globals';
import { aCase, aQuarantineEntry, aSegment } from './checkpoint.testkit.js';
import type { CheckpointSteps, EngineStore } from './engine-store.port.js';
import { freshStore, stale } from './store-under-test.testkit.js';

/** A store that saves a checkpoint step by step, empty at first. */
export interface SteppedStoreUnderTest {
  readonly store: EngineStore & CheckpointSteps;
  readonly remove: () => Promise<void>;
}

/** Every sentence of the port CheckpointSteps, as a test that each implementation runs. */
export function describeCheckpointSteps(name: string, make: () => Promise<SteppedStoreUnderTest>): void {
  describe(`${name}, step by step`, () => {
    const under = freshStore(make);

    it('inserts quarantine entries, again without effect', async () => {
      await under.store.insertQuarantine([aQuarantineEntry(5)]);
      await under.store.insertQuarantine([aQuarantineEntry(4), aQuarantineEntry(5, { code: 'conflict' })]);
      await under.store.insertQuarantine([]);
      expect(await under.store.quarantine(10)).toEqual([aQuarantineEntry(4), aQuarantineEntry(5)]);
    });

    it('inserts a segment under its range once', async () => {
      await under.store.insertSegment(aSegment(0));
      await expect(under.store.insertSegment(aSegment(0, 0, { digest: 'other' }))).rejects.toEqual(stale('segment'));
      await under.store.insertSegment(aSegment(0, 1));
      expect(await under.store.segmentHeadersFrom('g1', 0, 0)).toMatchObject([
        { first: 0, last: 1, digest: 'digest of 1' },
      ]);
      expect(await under.store.position('g1', 0)).toBe(0);
    });

    it('lets one of several win that insert the same segment at once', async () => {
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => under.store.insertSegment(aSegment(0))));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('replaces a case that is as it was read, and no other', async () => {
      await under.store.replaceCases('g1', 0, [aCase('CASE-000001', { through: 10 })]);
      await under.store.replaceCases('g1', 0, []);
      await under.store.replaceCases('g1', 0, [aCase('CASE-000001', { readThrough: 10, through: 20 })]);
      for (const readThrough of [null, 10, 19]) {
        const late = aCase('CASE-000001', { readThrough, through: 30 });
        await expect(under.store.replaceCases('g1', 0, [late])).rejects.toEqual(stale('case'));
      }
      const unknown = aCase('CASE-000002', { readThrough: 10, through: 30 });
      await expect(under.store.replaceCases('g1', 0, [unknown])).rejects.toEqual(stale('case'));
      expect(await under.store.readCases('g1', 0, ['CASE-000001', 'CASE-000002'])).toMatchObject([{ through: 20 }]);
    });

    it('advances a position, never back', async () => {
      await under.store.advancePosition('g1', 0, 100);
      await under.store.advancePosition('g1', 0, 100);
      await expect(under.store.advancePosition('g1', 0, 99)).rejects.toEqual(stale('position'));
      expect(await under.store.position('g1', 0)).toBe(100);
      expect(await under.store.position('g1', 1)).toBe(0);
    });
  });
}
