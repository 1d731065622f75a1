import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coverOf, type CoveredRange } from './segment-cover.rule.js';

const range = (first: number, last = first): CoveredRange => ({ first, last });
const seed = 20260401;

/** Ranges as merging leaves them: any two lie one inside the other or apart. */
const mergedByEights = fc
  .array(fc.tuple(fc.nat(31), fc.constantFrom(1, 2, 4, 8)), { maxLength: 60 })
  .map((blocks) => blocks.map(([at, size]) => range(at - (at % size), at - (at % size) + size - 1)));

describe('the cover of a partition’s segments', () => {
  it('has neither overlap nor gap and begins at the number asked for', () => {
    fc.assert(
      fc.property(mergedByEights, fc.nat(31), (segments, number) => {
        let next = number;
        for (const { first, last } of coverOf(segments, number)) {
          expect(first).toBe(next);
          next = last + 1;
        }
      }),
      { seed },
    );
  });

  it('never returns a segment that lies inside another, and does not depend on the order given', () => {
    fc.assert(
      fc.property(mergedByEights, fc.nat(31), fc.nat(31), (segments, number, upTo) => {
        const cover = coverOf(segments, number, upTo);
        for (const { first, last } of cover) {
          expect(
            segments.some(
              (other) => other.first <= first && other.last >= last && other.last - other.first > last - first,
            ),
          ).toBe(false);
          expect(last).toBeLessThanOrEqual(upTo);
        }
        expect(coverOf(segments.toReversed(), number, upTo)).toEqual(cover);
      }),
      { seed },
    );
  });

  it('covers every checkpoint that is there when each has a segment, whatever has been merged', () => {
    fc.assert(
      fc.property(mergedByEights, (merged) => {
        const own = Array.from({ length: 32 }, (_, number) => range(number));
        expect(coverOf([...merged, ...own], 0).at(-1)?.last).toBe(31);
      }),
      { seed },
    );
  });

  it('takes the longest of several that begin at the same number', () => {
    expect(coverOf([range(0), range(0, 3), range(0, 1), range(4)], 0)).toEqual([range(0, 3), range(4)]);
  });

  it('stops at a gap', () => {
    expect(coverOf([range(0), range(1), range(3)], 0)).toEqual([range(0), range(1)]);
    expect(coverOf([range(3)], 0)).toEqual([]);
    expect(coverOf([], 0)).toEqual([]);
  });

  it('is empty from the middle of a segment on, even if one inserted late begins there', () => {
    expect(coverOf([range(0, 3), range(2), range(4)], 2)).toEqual([]);
  });

  it('goes on after segments before the number', () => {
    expect(coverOf([range(0, 3), range(4), range(5)], 5)).toEqual([range(5)]);
  });

  it('stops before a segment that reaches beyond the last number asked for', () => {
    expect(coverOf([range(0, 1), range(2, 3), range(4)], 0, 3)).toEqual([range(0, 1), range(2, 3)]);
    expect(coverOf([range(0, 1), range(2, 3), range(4)], 0, 2)).toEqual([range(0, 1)]);
    expect(coverOf([range(0, 3), range(0), range(1)], 0, 1)).toEqual([]);
  });
});
