import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RowTable, spanWidth } from './row-table.measure.js';
import { rowsFrom, type Difference } from './rows.testkit.js';

const seeded = { seed: 20260401, numRuns: 100 };
const someDays = fc.array(
  fc.tuple(
    fc.nat(2),
    fc.nat(5),
    fc.integer({ min: 20_400, max: 20_600 }),
    fc.constant(20_700),
    fc.constantFrom(-1, 0x7fffffff),
    fc.constantFrom(-1, 1),
  ),
  { maxLength: 80 },
);

/** All rows of the spans that hold any of the days, sorted. */
function rowsIn(table: RowTable, measure: number, from: number, to: number): readonly (readonly number[])[] {
  const rows: number[][] = [];
  for (const { values, length } of table.spans(measure, from, to)) {
    for (let row = 0; row < length; row += spanWidth) rows.push([...values.subarray(row, row + spanWidth)]);
  }
  return inOrder(rows);
}

function inOrder(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return rows.toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}

describe('a table of rows', () => {
  it('gives every row of a measure that lies within the days asked for, and none more than 31 days beside them', () => {
    fc.assert(
      fc.property(
        someDays,
        someDays,
        fc.integer({ min: 20_390, max: 20_610 }),
        fc.nat(70),
        (first, second, from, length) => {
          const table = new RowTable();
          table.add(rowsFrom(first));
          table.add(rowsFrom(second));
          const to = from + length;
          const all: readonly Difference[] = [...first, ...second];
          expect(table.rowCount).toBe(all.length);
          for (const measure of [0, 1, 2]) {
            const found = rowsIn(table, measure, from, to);
            const wanted = all
              .filter(([m, , day]) => m === measure && day >= from && day <= to)
              .map((row) => row.slice(1));
            expect(inOrder(found.filter(([, day = 0]) => day >= from && day <= to))).toEqual(inOrder(wanted));
            expect(found.filter(([, day = 0]) => day < from - 31 || day > to + 31)).toEqual([]);
          }
        },
      ),
      seeded,
    );
  });

  it('keeps many rows of one span, as it grows', () => {
    const table = new RowTable();
    const rows = Array.from({ length: 1_000 }, (_, n): Difference => [0, n, 20_544, 20_545, n, 1]);
    table.add(rowsFrom(rows));
    expect(rowsIn(table, 0, 20_544, 20_544)).toEqual(inOrder(rows.map((row) => row.slice(1))));
    expect([...table.spans(0, 20_544, 20_544)]).toHaveLength(1);
  });

  it('has nothing for a measure or days without rows', () => {
    const table = new RowTable();
    expect([...table.spans(0, 0, 30_000)]).toEqual([]);
    table.add(rowsFrom([[1, 0, 20_544, 20_545, 0, 1]]));
    expect([...table.spans(0, 0, 30_000)]).toEqual([]);
    expect([...table.spans(1, 20_600, 30_000)]).toEqual([]);
  });
});
