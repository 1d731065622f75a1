/**
 * Rows of differences, column by column: how many more (or fewer) of `x` a measure counts at a tuple and a day, as known
 * from a record day on. All columns have one length; rows of one measure stand together, in order of measure.
 */
export interface Rows {
  readonly length: number;
  /** Index of the measure in the generation's layout. */
  readonly measure: Int32Array;
  /** Where it is counted: a code of the journey's tuple space. */
  readonly tuple: Int32Array;
  /** The figure's date, in days since 1970-01-01. */
  readonly day: Int32Array;
  /** The local day on which the difference became known, in days since 1970-01-01. */
  readonly recordDay: Int32Array;
  /** What is counted, as the measure's kind reads it. */
  readonly x: Int32Array;
  /** How many more; negative where an earlier contribution is taken back. Never 0. */
  readonly count: Int32Array;
}

export const noRows: Rows = rowsOfLength(0);

/** Columns of a length, all 0, to be filled in. */
export function rowsOfLength(length: number): Rows {
  return {
    length,
    measure: new Int32Array(length),
    tuple: new Int32Array(length),
    day: new Int32Array(length),
    recordDay: new Int32Array(length),
    x: new Int32Array(length),
    count: new Int32Array(length),
  };
}

/** The rows as plain lists [measure, tuple, day, recordDay, x, count] in one order, so that equal sums compare equal. */
export function inCanonicalOrder(rows: Rows): readonly (readonly number[])[] {
  const list = Array.from({ length: rows.length }, (_, i) => [
    at(rows.measure, i),
    at(rows.tuple, i),
    at(rows.day, i),
    at(rows.recordDay, i),
    at(rows.x, i),
    at(rows.count, i),
  ]);
  return list.sort((a, b) => {
    for (let c = 0; c < 5; c += 1) {
      const difference = (a[c] ?? 0) - (b[c] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function at(column: Int32Array, index: number): number {
  return column[index] ?? 0;
}
