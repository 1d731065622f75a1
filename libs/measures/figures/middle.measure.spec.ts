import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { middleOf, nearestRank, valueAt, type Occurrences } from './middle.measure.js';

const values = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 200 });

/** How often each value occurs, values in ascending order. */
function occurrencesOf(list: readonly number[]): Occurrences {
  return [...Map.groupBy(list, (value) => value)]
    .map(([value, same]) => [value, same.length] as const)
    .sort(([a], [b]) => a - b);
}

describe('the middle of occurrences', () => {
  it('is that of the values themselves, written out and sorted', () => {
    fc.assert(
      fc.property(values, (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        const [lower, upper] = [sorted[Math.ceil(list.length / 2) - 1], sorted[Math.floor(list.length / 2)]];
        expect(middleOf(occurrencesOf(list))).toBe(((lower ?? NaN) + (upper ?? NaN)) / 2);
      }),
      { seed: 20260401 },
    );
  });

  it('has as many values on one side as on the other, at most half on each', () => {
    fc.assert(
      fc.property(values, (list) => {
        const middle = middleOf(occurrencesOf(list));
        expect(list.filter((value) => value < middle).length * 2).toBeLessThanOrEqual(list.length);
        expect(list.filter((value) => value > middle).length * 2).toBeLessThanOrEqual(list.length);
      }),
      { seed: 20260402 },
    );
  });

  it.each([
    [[7], 7],
    [[1, 9], 5],
    [[1, 2], 1.5],
    [[3, 1, 2], 2],
    [[4, 4, 4, 10], 4],
    [[1, 1, 2, 2], 1.5],
  ])('of %j is %d', (list, middle) => {
    expect(middleOf(occurrencesOf(list))).toBe(middle);
  });
});

describe('the nearest rank', () => {
  it('is the smallest value that at least so many per cent do not exceed', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 100 }), (list, percent) => {
        const rank = nearestRank(occurrencesOf(list), percent);
        const share = (value: number): number => list.filter((other) => other <= value).length * 100;
        expect(list).toContain(rank);
        expect(share(rank)).toBeGreaterThanOrEqual(percent * list.length);
        expect(share(rank - 1)).toBeLessThan(percent * list.length);
      }),
      { seed: 20260403 },
    );
  });

  it.each([
    [Array.from({ length: 10 }, (_, index) => index + 1), 9],
    [Array.from({ length: 11 }, (_, index) => index + 1), 10],
    [Array.from({ length: 100 }, (_, index) => index + 1), 90],
    [[5], 5],
    [[1, 100], 100],
  ])('at 90 per cent of %j is %d', (list, rank) => {
    expect(nearestRank(occurrencesOf(list), 90)).toBe(rank);
  });
});

describe('a place', () => {
  it('is counted from 1 among all occurrences', () => {
    const occurrences = [
      [3, 2],
      [8, 1],
    ] as const;
    expect([1, 2, 3].map((place) => valueAt(occurrences, place))).toEqual([3, 3, 8]);
  });

  it('beyond the last is refused', () => {
    expect(() => valueAt([[3, 2]], 3)).toThrow(RangeError);
    expect(() => valueAt([], 1)).toThrow(RangeError);
  });
});
