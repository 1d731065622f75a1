import { describe, expect, it } from '@jest/globals';
import { aCheckpoint, aGeneration, aQuarantineEntry, aSegment } from './checkpoint.testkit.js';
import type { Checkpoint } from './engine-store.port.js';
import { freshStore, type StoreUnderTest } from './store-under-test.testkit.js';

/** What a generation is to a store, and which one readers are on. Part of `describeEngineStore`. */
export function describeGenerations(make: () => Promise<StoreUnderTest>): void {
  describe('generations', () => {
    const under = freshStore(make);
    const another = aGeneration({ id: 'g2', fingerprint: 'f2' });
    const commit = (members: Partial<Checkpoint> = {}): Promise<void> => under.store.commit(aCheckpoint(members));

    it('are listed as they were created', async () => {
      const second = aGeneration({ id: 'g2', fingerprint: 'f2', partitionCount: 12, layout: '{"ü":"ⅳ"}' });
      await under.store.createGeneration(second);
      const listed = await under.store.generations();
      expect(listed).toHaveLength(2);
      expect(listed).toEqual(expect.arrayContaining([aGeneration(), second]));
    });

    it('stay as they are when created again', async () => {
      await commit();
      await under.store.createGeneration(aGeneration({ fingerprint: 'other' }));
      expect(await under.store.generations()).toEqual([aGeneration()]);
      expect(await under.store.position('g1', 0)).toBe(100);
    });

    it('have none in use before one is pointed to, then the last one pointed to', async () => {
      expect(await under.store.currentGeneration()).toBeNull();
      await under.store.createGeneration(another);
      expect(await under.store.pointTo('g1', null)).toBe(true);
      expect(await under.store.currentGeneration()).toBe('g1');
      expect(await under.store.pointTo('g2', 'g1')).toBe(true);
      expect(await under.store.pointTo('g2', 'g1')).toBe(true);
      expect(await under.store.currentGeneration()).toBe('g2');
    });

    it('are not pointed to from where the pointer no longer stands', async () => {
      await under.store.createGeneration(another);
      expect(await under.store.pointTo('g2', 'g1')).toBe(false);
      expect(await under.store.currentGeneration()).toBeNull();
      await under.store.pointTo('g2', null);
      expect(await under.store.pointTo('g1', null)).toBe(false);
      expect(await under.store.currentGeneration()).toBe('g2');
    });

    it('are pointed to by one of two at once', async () => {
      await under.store.createGeneration(another);
      const outcomes = await Promise.all([under.store.pointTo('g1', null), under.store.pointTo('g2', null)]);
      expect(outcomes.filter((moved) => moved)).toHaveLength(1);
      expect(await under.store.currentGeneration()).toBe(outcomes[0] ? 'g1' : 'g2');
    });

    it('that are not there are not pointed to', async () => {
      const unknown: unknown = expect.objectContaining({ code: 'unknown-generation', retriable: false });
      await expect(under.store.pointTo('g2', null)).rejects.toEqual(unknown);
      expect(await under.store.currentGeneration()).toBeNull();
    });

    it('go with all that belongs to them, and may be begun again', async () => {
      await under.store.createGeneration(another);
      await commit({ partition: 5, segment: aSegment(0, 0, { partition: 5 }) });
      await commit({ generation: 'g2', segment: aSegment(0, 0, { generation: 'g2' }) });
      expect(await under.store.deleteGeneration('g1')).toBe(true);
      expect(await under.store.deleteGeneration('g1')).toBe(true);
      expect(await under.store.generations()).toEqual([another]);
      await under.store.createGeneration(aGeneration());
      expect(await under.store.position('g1', 5)).toBe(0);
      expect(await under.store.lastSegment('g1', 5)).toBeNull();
      expect(await under.store.readCases('g1', 5, ['CASE-000001'])).toEqual([]);
      await commit({ partition: 5, segment: aSegment(0, 0, { partition: 5 }) });
      expect(await under.store.position('g2', 0)).toBe(100);
      expect(await under.store.segmentsFrom('g2', 0, 0)).toHaveLength(1);
      expect(await under.store.readCases('g2', 0, ['CASE-000001'])).toHaveLength(1);
      expect(await under.store.quarantine(10)).toEqual([aQuarantineEntry(5)]);
    });

    it('that readers are on stay', async () => {
      await commit();
      await under.store.pointTo('g1', null);
      expect(await under.store.deleteGeneration('g1')).toBe(false);
      expect(await under.store.generations()).toEqual([aGeneration()]);
      expect(await under.store.position('g1', 0)).toBe(100);
      expect(await under.store.readCases('g1', 0, ['CASE-000001'])).toHaveLength(1);
    });

    it('and partitions do not meet', async () => {
      await under.store.createGeneration(another);
      await commit();
      const g2 = { generation: 'g2', partition: 0 };
      const p1 = { generation: 'g1', partition: 1 };
      for (const { generation, partition } of [g2, p1]) {
        expect(await under.store.position(generation, partition)).toBe(0);
        expect(await under.store.lastSegment(generation, partition)).toBeNull();
        expect(await under.store.segmentsFrom(generation, partition, 0)).toEqual([]);
        expect(await under.store.readCases(generation, partition, ['CASE-000001'])).toEqual([]);
      }
      await commit({ ...g2, segment: aSegment(0, 0, g2), position: 7 });
      await commit({ ...p1, segment: aSegment(0, 0, p1), position: 8 });
      expect(await under.store.position('g1', 0)).toBe(100);
      expect(await under.store.lastSegment('g2', 0)).toMatchObject(g2);
      expect(await under.store.lastSegment('g1', 1)).toMatchObject(p1);
    });
  });
}
