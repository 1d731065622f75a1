import { describe, expect, it } from '@jest/globals';
import type { SegmentHeader } from '../../libs/store/engine-store.port.js';
import { aSegment } from '../../libs/store/checkpoint.testkit.js';
import { segmentsToMerge } from './compaction.rule.js';
import { defaultLimits } from './engine.service.js';

const { compaction } = defaultLimits;

/** What is left of a number of checkpoints after every merge that the rule asks for. */
function settled(checkpoints: number): readonly SegmentHeader[] {
  let headers: readonly SegmentHeader[] = [];
  for (let number = 0; number < checkpoints; number += 1) {
    headers = [...headers, aSegment(number)];
    for (
      let merge = segmentsToMerge(headers, compaction);
      merge !== null;
      merge = segmentsToMerge(headers, compaction)
    ) {
      const [oldest, newest] = [merge[0], merge.at(-1)];
      if (oldest === undefined || newest === undefined) throw new Error('nothing to merge');
      const merged = aSegment(oldest.first, newest.last);
      headers = headers.flatMap((header) =>
        header === oldest ? [merged] : merged.first <= header.first && header.last <= merged.last ? [] : [header],
      );
    }
  }
  return headers;
}

describe('merging segments', () => {
  it('leaves the newest sixteen alone', () => {
    expect(settled(31)).toHaveLength(31);
    expect(settled(32).map(({ first, last }) => [first, last])[0]).toEqual([0, 15]);
    expect(
      settled(200)
        .slice(-16)
        .every(({ first, last }) => first === last),
    ).toBe(true);
  });

  it('keeps their number small and their cover whole', () => {
    for (const checkpoints of [100, 300, 1_000]) {
      const headers = settled(checkpoints);
      expect(headers.length).toBeLessThan(64);
      headers.reduce((next, { first, last }) => {
        expect(first).toBe(next);
        return last + 1;
      }, 0);
    }
  });

  it('writes each row about once for every power of sixteen', () => {
    expect(settled(600).map(({ first, last }) => last - first + 1)).toContain(256);
  });
});
