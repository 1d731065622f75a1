import type { Day } from '../../calendars/local-date.calendar.js';
import { notComputable, yes, type Measure } from '../measure.measure.js';
import { emptyFigure, type Figure, type Tally } from './figure.measure.js';
import { middleOf, nearestRank } from './middle.measure.js';

/** The tally of a measure's kind over a number of cells; `asOf` is the day at whose end clocks are read. */
export function tallyFor(measure: Measure, cells: number, asOf: Day): Tally {
  switch (measure.kind) {
    case 'count':
    case 'stock':
      return new CountTally(cells);
    case 'proportion':
      return new ProportionTally(cells, measure.settles ? asOf : null);
    case 'limit':
      return new ProportionTally(cells, asOf);
    case 'mean':
      return new MeanTally(cells);
    case 'time':
      return new TimeTally(cells);
    case 'shares':
      return new SharesTally(cells, measure.parts ?? []);
  }
}

class CountTally implements Tally {
  readonly #counts: Float64Array;

  constructor(cells: number) {
    this.#counts = new Float64Array(cells);
  }

  add(cell: number, _day: Day, _x: number, count: number): void {
    this.#counts[cell] = (this.#counts[cell] ?? 0) + count;
  }

  counts(cell: number): boolean {
    return this.#counts[cell] !== 0;
  }

  isIncomputable(): boolean {
    return false;
  }

  figure(cell: number): Figure {
    return { ...emptyFigure, value: this.#counts[cell] ?? 0 };
  }
}

/** Proportions; and limits and what else settles, whose rows count from the day on which they do, and not before. */
class ProportionTally implements Tally {
  readonly #numerators: Float64Array;
  readonly #denominators: Float64Array;
  readonly #incomputable: Float64Array;

  constructor(
    cells: number,
    private readonly settledBy: Day | null,
  ) {
    this.#numerators = new Float64Array(cells);
    this.#denominators = new Float64Array(cells);
    this.#incomputable = new Float64Array(cells);
  }

  add(cell: number, day: Day, x: number, count: number): void {
    if (this.settledBy !== null && day > this.settledBy) return;
    if (x === notComputable) {
      this.#incomputable[cell] = (this.#incomputable[cell] ?? 0) + count;
      return;
    }
    if (x === yes) this.#numerators[cell] = (this.#numerators[cell] ?? 0) + count;
    this.#denominators[cell] = (this.#denominators[cell] ?? 0) + count;
  }

  counts(cell: number): boolean {
    return this.#denominators[cell] !== 0 || this.isIncomputable(cell);
  }

  isIncomputable(cell: number): boolean {
    return this.#incomputable[cell] !== 0;
  }

  figure(cell: number): Figure {
    const numerator = this.#numerators[cell] ?? 0;
    const denominator = this.#denominators[cell] ?? 0;
    return { ...emptyFigure, value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
  }
}

class MeanTally implements Tally {
  readonly #sums: Float64Array;
  readonly #counts: Float64Array;

  constructor(cells: number) {
    this.#sums = new Float64Array(cells);
    this.#counts = new Float64Array(cells);
  }

  add(cell: number, _day: Day, x: number, count: number): void {
    this.#sums[cell] = (this.#sums[cell] ?? 0) + x * count;
    this.#counts[cell] = (this.#counts[cell] ?? 0) + count;
  }

  counts(cell: number): boolean {
    return this.#counts[cell] !== 0;
  }

  isIncomputable(): boolean {
    return false;
  }

  figure(cell: number): Figure {
    const numerator = this.#sums[cell] ?? 0;
    const denominator = this.#counts[cell] ?? 0;
    return { ...emptyFigure, value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
  }
}

/** Times keep how often each length occurred, so that middles are exact at every grain and breakdown. */
class TimeTally implements Tally {
  readonly #histograms: (Map<number, number> | undefined)[];

  constructor(cells: number) {
    this.#histograms = new Array<undefined>(cells);
  }

  add(cell: number, _day: Day, x: number, count: number): void {
    const histogram = (this.#histograms[cell] ??= new Map<number, number>());
    const sum = (histogram.get(x) ?? 0) + count;
    if (sum === 0) histogram.delete(x);
    else histogram.set(x, sum);
  }

  counts(cell: number): boolean {
    return (this.#histograms[cell]?.size ?? 0) > 0;
  }

  isIncomputable(cell: number): boolean {
    return this.#histograms[cell]?.has(notComputable) ?? false;
  }

  figure(cell: number): Figure {
    const lengths = [...(this.#histograms[cell] ?? [])].sort(([a], [b]) => a - b);
    const denominator = lengths.reduce((sum, [, count]) => sum + count, 0);
    if (denominator === 0) return { ...emptyFigure, denominator };
    return { ...emptyFigure, value: middleOf(lengths), p90: nearestRank(lengths, 90), denominator };
  }
}

class SharesTally implements Tally {
  readonly #counts: Float64Array;

  constructor(
    cells: number,
    private readonly parts: readonly string[],
  ) {
    this.#counts = new Float64Array(cells * parts.length);
  }

  add(cell: number, _day: Day, x: number, count: number): void {
    const place = cell * this.parts.length + x;
    this.#counts[place] = (this.#counts[place] ?? 0) + count;
  }

  counts(cell: number): boolean {
    return this.#of(cell).some((count) => count !== 0);
  }

  isIncomputable(): boolean {
    return false;
  }

  figure(cell: number): Figure {
    const counts = this.#of(cell);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const parts = Object.fromEntries(this.parts.map((part, index) => [part, counts[index] ?? 0]));
    return { ...emptyFigure, value: total === 0 ? null : total, parts };
  }

  #of(cell: number): readonly number[] {
    const start = cell * this.parts.length;
    return [...this.#counts.subarray(start, start + this.parts.length)];
  }
}
