import { describe, expect, it } from '@jest/globals';
import { aCheckpoint, aSegment } from './checkpoint.testkit.js';
import type { Segment, SegmentHeader } from './engine-store.port.js';
import { freshStore, stale, type StoreUnderTest } from './store-under-test.testkit.js';

/** How segments are listed and merged. Part of `describeEngineStore`. */
export function describeStoredSegments(make: () => Promise<StoreUnderTest>): void {
  describe('segments', () => {
    const under = freshStore(make);
    const onlySegment = (segment: Segment): Promise<void> =>
      under.store.commit(aCheckpoint({ quarantine: [], cases: [], segment, position: segment.through + 1 }));
    const ranges = (segments: readonly SegmentHeader[]): readonly string[] =>
      segments.map(({ first, last }) => `${first}-${last}`);
    const cover = async (number: number, upTo?: number): Promise<readonly string[]> =>
      ranges(await under.store.segmentsFrom('g1', 0, number, upTo));
    const saveSegments = async (to: number): Promise<void> => {
      for (let number = 0; number <= to; number += 1) await onlySegment(aSegment(number));
    };

    it('are answered in order from a number on', async () => {
      await saveSegments(11);
      expect(await cover(0)).toEqual(Array.from({ length: 12 }, (_, n) => `${n}-${n}`));
      expect(await cover(9)).toEqual(['9-9', '10-10', '11-11']);
      expect(await cover(12)).toEqual([]);
      expect(await under.store.lastSegment('g1', 0)).toMatchObject({ first: 11, last: 11 });
    });

    it('are answered up to a number, none that reaches beyond it', async () => {
      await saveSegments(5);
      await under.store.mergeSegments(aSegment(2, 3));
      expect(await cover(0, 3)).toEqual(['0-0', '1-1', '2-3']);
      expect(await cover(0, 2)).toEqual(['0-0', '1-1']);
    });

    it('end before a gap', async () => {
      await onlySegment(aSegment(0));
      await onlySegment(aSegment(2));
      expect(await cover(0)).toEqual(['0-0']);
      expect(await cover(2)).toEqual(['2-2']);
      expect(ranges(await under.store.segmentHeadersFrom('g1', 0, 0))).toEqual(['0-0']);
    });

    it('are merged into one that takes the place of exactly those it covers', async () => {
      await saveSegments(5);
      await under.store.mergeSegments(aSegment(1, 3));
      expect(await cover(0)).toEqual(['0-0', '1-3', '4-4', '5-5']);
      await under.store.mergeSegments(aSegment(0, 3));
      await under.store.mergeSegments(aSegment(4, 5));
      expect(await cover(0)).toEqual(['0-3', '4-5']);
      const [, merged] = await under.store.segmentsFrom('g1', 0, 0);
      expect({ ...merged, rows: [...(merged?.rows ?? [])] }).toEqual({ ...aSegment(4, 5), rows: [4, 5, 0, 255] });
    });

    it('that were merged away are gone: their keys are free, the merged one’s is not', async () => {
      await saveSegments(3);
      await under.store.mergeSegments(aSegment(0, 1));
      await expect(onlySegment(aSegment(3))).rejects.toEqual(stale('segment'));
      await expect(onlySegment(aSegment(0, 1, { through: 500 }))).rejects.toEqual(stale('segment'));
      await onlySegment(aSegment(1, 1, { through: 500 }));
    });

    it('are not answered from within a merged one', async () => {
      await saveSegments(4);
      await under.store.mergeSegments(aSegment(0, 3));
      expect(await cover(2)).toEqual([]);
      expect(await cover(4)).toEqual(['4-4']);
    });

    it('that a stale writer inserts after they were merged are never answered', async () => {
      await saveSegments(4);
      await under.store.mergeSegments(aSegment(0, 3));
      for (const number of [0, 2, 3]) await onlySegment(aSegment(number, number, { through: 1_000 }));
      for (const from of [0, 1, 2, 3]) expect(await cover(from)).toEqual(from === 0 ? ['0-3', '4-4'] : []);
      expect(await cover(2, 2)).toEqual([]);
      expect(ranges(await under.store.segmentHeadersFrom('g1', 0, 2))).toEqual([]);
    });

    it('of which the last lies inside a merged one: the merged one counts as the last', async () => {
      await saveSegments(3);
      await under.store.mergeSegments(aSegment(0, 3));
      await onlySegment(aSegment(3, 3, { through: 1_000 }));
      expect(await under.store.lastSegment('g1', 0)).toMatchObject({ first: 0, last: 3 });
    });

    it('may be merged again after a merge that was cut short or repeated', async () => {
      await saveSegments(3);
      await under.store.mergeSegments(aSegment(0, 1));
      await onlySegment(aSegment(1, 1, { through: 1_000 }));
      await under.store.mergeSegments(aSegment(0, 1));
      expect(await cover(0)).toEqual(['0-1', '2-2', '3-3']);
      await onlySegment(aSegment(1, 1, { through: 1_001 }));
    });

    it('are not merged where others stand by now, so that no gap and no overlap can come', async () => {
      await saveSegments(7);
      await under.store.mergeSegments(aSegment(0, 3));
      for (const [first, last] of [
        [2, 5],
        [0, 1],
        [6, 9],
        [8, 9],
        [3, 4],
      ] as const) {
        await expect(under.store.mergeSegments(aSegment(first, last))).rejects.toEqual(stale('segment'));
      }
      expect(await cover(0)).toEqual(['0-3', '4-4', '5-5', '6-6', '7-7']);
    });
  });
}
