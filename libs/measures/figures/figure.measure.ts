/** What is read off the rows of one cell (a period and a combination of codes). Source: contract, measures, "Kinds". */
export interface Figure {
  /** `null` where nothing is counted, for kinds that divide or take a middle. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 90th percentile by nearest rank, for times. */
  readonly p90: number | null;
  /** Counts by outcome, for shares. */
  readonly parts: Readonly<Record<string, number>> | null;
}

/** Gathers the rows of a number of cells and reads a figure off each. */
export interface Tally {
  /** Takes a row: `count` more of `x` on a day, in a cell. */
  add(cell: number, day: number, x: number, count: number): void;
  /** Whether anything is counted in the cell. */
  counts(cell: number): boolean;
  /** Whether something in the cell could not be computed, so that no figure can be given. */
  isIncomputable(cell: number): boolean;
  figure(cell: number): Figure;
}

export const emptyFigure: Figure = { value: null, numerator: null, denominator: null, p90: null, parts: null };
