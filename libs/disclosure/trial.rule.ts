import { ABSENT, cellAt, GUESSED, type CellSystem, type Plane } from './cell-system.fact.js';
import type { Shift } from './quantities.rule.js';
import { lookOf, type Looks } from './rounding.rule.js';

/** Cells that another possible world counts otherwise, and by how many. */
export interface Alternative {
  readonly cells: readonly number[];
  readonly by: readonly number[];
  /** What would be lost if the shown cells among them that would look different were suppressed. */
  readonly cost: number;
}

/** A cell that would no longer be small is still possible, though less likely: where there is a choice, another is taken. */
const GROWN_OUT = 0.001;

/** Tries what the figures would be if some records were elsewhere. One is tried after the other. */
export class Trial {
  readonly #by: Int32Array;
  #touched: number[] = [];

  constructor(
    readonly system: CellSystem,
    readonly looks: Looks,
    /** What is done with the cells so far: 0 where they are rounded, another number where they are suppressed. */
    readonly treatments: Uint8Array,
  ) {
    this.#by = new Int32Array(system.cells);
  }

  begin(): this {
    for (const cell of this.#touched) this.#by[cell] = 0;
    this.#touched = [];
    return this;
  }

  /** Records of a group change in a leaf, and with it in every period that the leaf lies in. */
  change(plane: Plane, group: number, leaf: number, shift: Shift): this {
    for (const period of this.system.time.above[leaf] ?? []) this.changeAt(plane, group, period, shift);
    return this;
  }

  changeAt(plane: Plane, group: number, period: number, shift: Shift): this {
    const first = cellAt(plane, group, period, this.system);
    for (const { quantity, by } of shift) {
      const cell = first + quantity;
      if (this.#by[cell] === 0) this.#touched.push(cell);
      this.#by[cell] = (this.#by[cell] ?? 0) + by;
    }
    return this;
  }

  /** A whole day's records change, and with it those of its week. */
  changeDay(day: number, shift: Shift): this {
    const { day: days, week, time } = this.system;
    return this.changeAt(days, 0, day, shift).changeAt(week, 0, time.weekOfDay[day] ?? 0, shift);
  }

  /** What was tried; `null` where it is no possible world, or costs as much as `limit` or more. */
  result(limit: number): Alternative | null {
    let cost = 0;
    for (const cell of this.#touched) {
      cost += this.#costOf(cell, this.#by[cell] ?? 0);
      if (cost >= limit) return null;
    }
    const cells = [...new Set(this.#touched)].filter((cell) => this.#by[cell] !== 0);
    return { cells, by: cells.map((cell) => this.#by[cell] ?? 0), cost };
  }

  /** A count that is seen to be 0 must stay 0, and every other one must stay above it. */
  #costOf(cell: number, by: number): number {
    const { sight, values, weights } = this.system;
    if (by === 0 || sight[cell] === ABSENT) return 0;
    const count = values[cell] ?? 0;
    if (sight[cell] === GUESSED) return count + by < 0 ? Infinity : 0;
    if (count === 0 || count + by < 1) return Infinity;
    if (this.treatments[cell] !== 0) return count < this.looks.small && count + by >= this.looks.small ? GROWN_OUT : 0;
    return lookOf(count, this.looks) === lookOf(count + by, this.looks) ? 0 : (weights[cell] ?? 0);
  }
}
