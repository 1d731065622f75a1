import fc from 'fast-check';
import { rowsOfLength, type Rows } from './rows.measure.js';

export type Difference = readonly [
  measure: number,
  tuple: number,
  day: number,
  recordDay: number,
  x: number,
  count: number,
];

/** Differences that often meet in one row, with x as small, negative and large as any. */
export const someDifferences: fc.Arbitrary<readonly Difference[]> = fc.array(
  fc.tuple(
    fc.nat(4),
    fc.constantFrom(0, 1, 0x7ffffffe),
    fc.integer({ min: 20_540, max: 20_543 }),
    fc.integer({ min: 20_540, max: 20_542 }),
    fc.constantFrom(-1, 0, 1, 86_400, 0x7fffffff),
    fc.constantFrom(-2, -1, 1, 1, 3),
  ),
  { maxLength: 60 },
);

/** The differences as they are, one row each, in order of measure. */
export function rowsFrom(differences: readonly Difference[]): Rows {
  const rows = rowsOfLength(differences.length);
  [...differences]
    .sort(([a], [b]) => a - b)
    .forEach(([measure, tuple, day, recordDay, x, count], row) => {
      rows.measure[row] = measure;
      rows.tuple[row] = tuple;
      rows.day[row] = day;
      rows.recordDay[row] = recordDay;
      rows.x[row] = x;
      rows.count[row] = count;
    });
  return rows;
}
