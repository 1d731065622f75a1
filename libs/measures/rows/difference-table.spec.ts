import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DifferenceTable, sumOfRows } from './difference-table.measure.js';
import { inCanonicalOrder } from './rows.measure.js';
import { rowsFrom, someDifferences, type Difference } from './rows.testkit.js';

const seeded = { seed: 20260401, numRuns: 100 };

function sumOf(differences: readonly Difference[], table = new DifferenceTable()): readonly (readonly number[])[] {
  for (const difference of differences) table.add(...difference);
  return inCanonicalOrder(table.drain());
}

describe('a table of differences', () => {
  it('holds for each row the sum of what was added, and no row whose sum is 0', () => {
    fc.assert(
      fc.property(someDifferences, (differences) => {
        const sums = new Map<string, number>();
        for (const [measure, tuple, day, recordDay, x, count] of differences) {
          const key = JSON.stringify([measure, tuple, day, recordDay, x]);
          sums.set(key, (sums.get(key) ?? 0) + count);
        }
        const found = sumOf(differences).map((row) => [JSON.stringify(row.slice(0, 5)), row[5]]);
        expect(new Map(found as [string, number][])).toEqual(new Map([...sums].filter(([, sum]) => sum !== 0)));
      }),
      seeded,
    );
  });

  it('sums the same in any order', () => {
    const reordered = someDifferences.chain((differences) =>
      fc.tuple(fc.constant(differences), fc.shuffledSubarray([...differences], { minLength: differences.length })),
    );
    fc.assert(
      fc.property(reordered, ([differences, others]) => {
        expect(sumOf(others)).toEqual(sumOf(differences));
      }),
      seeded,
    );
  });

  it('sums nothing from what is taken back', () => {
    fc.assert(
      fc.property(someDifferences, (differences) => {
        const back = differences.map(([m, t, d, r, x, count]): Difference => [m, t, d, r, x, -count]);
        expect(sumOf([...differences, ...back])).toEqual([]);
      }),
      seeded,
    );
  });

  it('is empty once drained, and then sums as a new one', () => {
    fc.assert(
      fc.property(someDifferences, someDifferences, (first, second) => {
        const table = new DifferenceTable();
        sumOf(first, table);
        expect(table.size).toBe(0);
        expect(table.drain().length).toBe(0);
        expect(sumOf(second, table)).toEqual(sumOf(second));
      }),
      seeded,
    );
  });

  it('gives rows of one measure together, in order of measure', () => {
    fc.assert(
      fc.property(someDifferences, (differences) => {
        const { measure } = sumOfRows([rowsFrom(differences)]);
        expect([...measure]).toEqual([...measure].sort((a, b) => a - b));
      }),
      seeded,
    );
  });

  it('grows: 5,000 rows, each added twice, among them many a sum of 0', () => {
    const table = new DifferenceTable();
    for (const sign of [1, 1, -1]) {
      for (let n = 0; n < 5_000; n += 1) if (sign > 0 || n % 2 === 0) table.add(n % 7, n, 20_000 + n, 20_001, -n, sign);
    }
    for (let n = 0; n < 5_000; n += 4) table.add(n % 7, n, 20_000 + n, 20_001, -n, -1);
    expect(table.size).toBe(5_000);
    const rows = inCanonicalOrder(table.drain());
    // Odd n stand at 2, n divisible by 4 at 0, the other even n at 1.
    expect(rows).toHaveLength(3_750);
    expect(rows.filter(([, tuple = 0, , , , count]) => count !== (tuple % 2 === 1 ? 2 : 1))).toEqual([]);
  });

  it.each([
    ['measure', 0, 1],
    ['tuple', 1, 1_000_003],
    ['day', 2, -1_000_003],
    ['record day', 3, 1],
    ['x', 4, 1_000_003],
    ['x', 4, -1_000_003],
  ])('tells 2,000 rows apart that differ only by %s, however crowded it is', (_, place, step) => {
    const differences = Array.from({ length: 2_000 }, (__, n): Difference => {
      const [m, t, d, r, x] = [0, 0, 0, 0, 0].map((value, other) => (other === place ? (n + 1) * step : value));
      return [m ?? 0, t ?? 0, d ?? 0, r ?? 0, x ?? 0, n + 1];
    });
    const found = sumOf([...differences, ...differences]);
    const expected = differences.map((row) => [...row.slice(0, 5), 2 * row[5]]);
    expect(found).toEqual(step < 0 ? expected.reverse() : expected);
  });

  it('holds any number of 32 bits', () => {
    const ends = [-0x80000000, -1, 0, 0x7fffffff];
    const differences = ends.flatMap((d) => ends.map((x): Difference => [0, 0x7fffffff, d, d, x, -1]));
    expect(sumOf(differences)).toEqual(differences);
  });
});

describe('merging segments', () => {
  it('gives the sum of all differences, in whatever groups they are merged', () => {
    fc.assert(
      fc.property(fc.array(someDifferences, { maxLength: 6 }), fc.nat(6), fc.nat(6), (parts, a, b) => {
        const segments = parts.map(rowsFrom);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const tiered = sumOfRows([
          ...segments.slice(0, from),
          sumOfRows(segments.slice(from, to)),
          ...segments.slice(to),
        ]);
        expect(inCanonicalOrder(tiered)).toEqual(sumOf(parts.flat()));
        expect(inCanonicalOrder(sumOfRows([...segments].reverse()))).toEqual(inCanonicalOrder(tiered));
      }),
      seeded,
    );
  });

  it('changes nothing of one that is summed already', () => {
    fc.assert(
      fc.property(someDifferences, (differences) => {
        const rows = sumOfRows([rowsFrom(differences)]);
        expect(inCanonicalOrder(sumOfRows([rows]))).toEqual(inCanonicalOrder(rows));
      }),
      seeded,
    );
  });
});
