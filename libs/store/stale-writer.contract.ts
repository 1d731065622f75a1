import { beforeEach, describe, expect, it } from '@jest/globals';
import { aCase, aCheckpoint, aQuarantineEntry, aSegment } from './checkpoint.testkit.js';
import type { CaseReplacement, Checkpoint } from './engine-store.port.js';
import { freshStore, stale, type StoreUnderTest } from './store-under-test.testkit.js';

/** What becomes of a checkpoint where another writer was there first. Part of `describeEngineStore`. */
export function describeStaleWriter(make: () => Promise<StoreUnderTest>): void {
  describe('a stale writer’s checkpoint', () => {
    const under = freshStore(make);
    const commit = (members: Partial<Checkpoint> = {}): Promise<void> => under.store.commit(aCheckpoint(members));
    const storedCase = async (subject: string): Promise<unknown> =>
      (await under.store.readCases('g1', 0, [subject]))[0];
    const second: Partial<Checkpoint> = {
      quarantine: [aQuarantineEntry(150)],
      segment: aSegment(1),
      cases: [aCase('CASE-000001', { readThrough: 99, through: 180 }), aCase('CASE-000002', { through: 190 })],
      position: 200,
    };
    const isStored = {
      quarantine: async () => (await under.store.quarantine(10)).some(({ offset }) => offset === 150),
      segment: async () => (await under.store.segmentHeadersFrom('g1', 0, 1)).length > 0,
      cases: async () => (await under.store.readCases('g1', 0, ['CASE-000002'])).length > 0,
      position: async () => (await under.store.position('g1', 0)) === 200,
    };
    const stepsStored = async (): Promise<readonly string[]> => {
      const stored: string[] = [];
      for (const [step, is] of Object.entries(isStored)) if (await is()) stored.push(step);
      return stored;
    };
    const leaves = (steps: readonly string[]): readonly string[] => (under.tested.atomic ? [] : steps);

    beforeEach(() => commit());

    it('is refused where its segment is there already, and goes no further', async () => {
      await expect(commit({ ...second, segment: aSegment(0) })).rejects.toEqual(stale('segment'));
      expect(await stepsStored()).toEqual(leaves(['quarantine']));
    });

    it.each<readonly [string, CaseReplacement]>([
      ['has changed since', aCase('CASE-000001', { readThrough: 98, through: 180 })],
      ['was there after all', aCase('CASE-000001', { readThrough: null, through: 180 })],
      ['is not there', aCase('CASE-000009', { readThrough: 99, through: 180 })],
    ])('is refused where one of its cases %s, and goes no further', async (_, replacement) => {
      await expect(commit({ ...second, cases: [replacement, aCase('CASE-000002')] })).rejects.toEqual(stale('case'));
      expect(await storedCase('CASE-000001')).toMatchObject({ through: 99 });
      expect(await storedCase('CASE-000009')).toBeUndefined();
      expect(await stepsStored()).toEqual(leaves(['quarantine', 'segment']));
    });

    it('is refused where the position is beyond its own', async () => {
      await expect(commit({ ...second, position: 99 })).rejects.toEqual(stale('position'));
      expect(await under.store.position('g1', 0)).toBe(100);
      expect(await stepsStored()).toEqual(leaves(['quarantine', 'segment', 'cases']));
    });

    it('loses against the first of two that are saved at once', async () => {
      const outcomes = await Promise.allSettled([commit(second), commit(second)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await stepsStored()).toEqual(Object.keys(isStored));
    });
  });
}
