import type { Quantities } from './quantities.rule.js';
import type { TimeTree } from './time-tree.rule.js';

/** Figures of one breakdown: cells by group of codes, period and quantity. */
export interface Plane {
  readonly base: number;
  readonly groups: number;
  readonly periods: number;
}

/** The second dimension of a cube, and the planes of its figures: over all benefits, and by benefit. */
export interface Branch {
  readonly dimension: string;
  readonly codes: readonly string[];
  readonly alone: Plane;
  /** Group: index of the benefit × number of codes + index of the code. */
  readonly byBenefit: Plane;
}

/** Nobody sees the cell and nothing depends on it. */
export const ABSENT = 0;
/** Nobody sees the cell, but it counts records: it cannot fall below 0. */
export const GUESSED = 1;
/** Answers show the cell, or would if it were not too small. */
export const SHOWN = 2;

/**
 * Everything of a measure that one audience can see, as known at one K, that hangs together: all cells of all cubes at
 * all periods of a financial year (of a stock: at one date), by number. What is shown of them is decided here at once,
 * whatever is asked.
 */
export interface CellSystem {
  readonly quantities: Quantities;
  readonly time: TimeTree;
  readonly benefits: readonly string[];
  readonly whole: Plane;
  readonly benefit: Plane;
  readonly branches: readonly Branch[];
  readonly day: Plane;
  readonly week: Plane;
  readonly cells: number;
  /** The exact counts. */
  readonly values: Int32Array;
  /** `ABSENT`, `GUESSED` or `SHOWN`. */
  readonly sight: Uint8Array;
  /** How much is lost with a cell. */
  readonly weights: Float64Array;
}

/** Number of the cell of quantity 0; those of the others follow it. */
export function cellAt(
  { base, periods }: Plane,
  group: number,
  period: number,
  { quantities }: Pick<CellSystem, 'quantities'>,
): number {
  return base + (group * periods + period) * quantities.number;
}
