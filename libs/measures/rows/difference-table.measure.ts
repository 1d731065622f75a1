import { rowsOfLength, type Rows } from './rows.measure.js';

/** Numbers kept for a row: measure, tuple, day, record day, x, count. */
const width = 6;
const leastCapacity = 1024;

/**
 * Sums differences by (measure, tuple, day, record day, x): an open-addressing hash table on one Int32Array.
 *
 * Adding is commutative and associative, and a row whose sum is 0 is no row: the laws on which order, batching and
 * merging rest.
 */
export class DifferenceTable {
  #capacity = leastCapacity;
  #cells = new Int32Array(leastCapacity * width);
  #used = new Uint8Array(leastCapacity);
  #size = 0;

  /** How many places are taken, sums of 0 included: what bounds memory until the next drain. */
  get size(): number {
    return this.#size;
  }

  add(measure: number, tuple: number, day: number, recordDay: number, x: number, count: number): void {
    const mask = this.#capacity - 1;
    let place = hash(measure, tuple, day, recordDay, x) & mask;
    const cells = this.#cells;
    while (this.#used[place] === 1) {
      const cell = place * width;
      if (
        cells[cell + 1] === tuple &&
        cells[cell + 2] === day &&
        cells[cell] === measure &&
        cells[cell + 3] === recordDay &&
        cells[cell + 4] === x
      ) {
        cells[cell + 5] = (cells[cell + 5] ?? 0) + count;
        return;
      }
      place = (place + 1) & mask;
    }
    const cell = place * width;
    cells[cell] = measure;
    cells[cell + 1] = tuple;
    cells[cell + 2] = day;
    cells[cell + 3] = recordDay;
    cells[cell + 4] = x;
    cells[cell + 5] = count;
    this.#used[place] = 1;
    this.#size += 1;
    if (this.#size * 2 > this.#capacity) this.#grow();
  }

  addRows(rows: Rows): void {
    const { measure, tuple, day, recordDay, x, count } = rows;
    for (let i = 0; i < rows.length; i += 1) {
      this.add(measure[i] ?? 0, tuple[i] ?? 0, day[i] ?? 0, recordDay[i] ?? 0, x[i] ?? 0, count[i] ?? 0);
    }
  }

  /** The sums that are not 0, grouped by measure; the table is empty afterwards and keeps its room. */
  drain(): Rows {
    const rows = this.#rowsByMeasure();
    this.#used.fill(0);
    this.#size = 0;
    return rows;
  }

  #rowsByMeasure(): Rows {
    const cells = this.#cells;
    const starts: number[] = [];
    let length = 0;
    for (let place = 0; place < this.#capacity; place += 1) {
      if (this.#used[place] === 0 || cells[place * width + 5] === 0) continue;
      const measure = cells[place * width] ?? 0;
      starts[measure + 1] = (starts[measure + 1] ?? 0) + 1;
      length += 1;
    }
    for (let m = 0; m < starts.length; m += 1) starts[m] = (starts[m] ?? 0) + (starts[m - 1] ?? 0);
    const rows = rowsOfLength(length);
    for (let place = 0; place < this.#capacity; place += 1) {
      const cell = place * width;
      if (this.#used[place] === 0 || cells[cell + 5] === 0) continue;
      const measure = cells[cell] ?? 0;
      const row = starts[measure] ?? 0;
      starts[measure] = row + 1;
      rows.measure[row] = measure;
      rows.tuple[row] = cells[cell + 1] ?? 0;
      rows.day[row] = cells[cell + 2] ?? 0;
      rows.recordDay[row] = cells[cell + 3] ?? 0;
      rows.x[row] = cells[cell + 4] ?? 0;
      rows.count[row] = cells[cell + 5] ?? 0;
    }
    return rows;
  }

  #grow(): void {
    const cells = this.#cells;
    const used = this.#used;
    const capacity = this.#capacity;
    this.#capacity = capacity * 2;
    this.#cells = new Int32Array(this.#capacity * width);
    this.#used = new Uint8Array(this.#capacity);
    const mask = this.#capacity - 1;
    for (let old = 0; old < capacity; old += 1) {
      if (used[old] === 0) continue;
      const from = old * width;
      let place =
        hash(cells[from] ?? 0, cells[from + 1] ?? 0, cells[from + 2] ?? 0, cells[from + 3] ?? 0, cells[from + 4] ?? 0) &
        mask;
      while (this.#used[place] === 1) place = (place + 1) & mask;
      this.#cells.set(cells.subarray(from, from + width), place * width);
      this.#used[place] = 1;
    }
  }
}

/** The sum of several sets of rows. */
export function sumOfRows(sets: Iterable<Rows>): Rows {
  const table = new DifferenceTable();
  for (const rows of sets) table.addRows(rows);
  return table.drain();
}

function hash(measure: number, tuple: number, day: number, recordDay: number, x: number): number {
  let h = Math.imul(tuple + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(day + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x27d4eb2f) ^ Math.imul(recordDay, 0x165667b1) ^ Math.imul(x + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 13) ^ measure, 0x85ebca77);
  return h ^ (h >>> 16);
}
