import type { Item } from './item.oracle.js';
import type { Measure } from './measure.oracle.js';

/** The numbers of an observation. Only the members that the measure's kind has are there. */
export interface Figure {
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly p90?: number | null;
  readonly parts?: Readonly<Record<string, number>>;
}

/** The figure of what is counted in one period for one combination (contract: measures, Kinds). */
export function figureOf(measure: Measure, items: readonly Item[]): Figure {
  const n = items.length;
  switch (measure.kind) {
    case 'count':
    case 'stock':
      return { value: n };
    case 'proportion':
    case 'limit': {
      const numerator = items.filter(({ what }) => what === true).length;
      return { value: n === 0 ? null : numerator / n, numerator, denominator: n };
    }
    case 'mean': {
      const sum = numbersOf(items).reduce((total, amount) => total + amount, 0);
      return { value: n === 0 ? null : sum / n, numerator: sum, denominator: n };
    }
    case 'time': {
      const days = numbersOf(items);
      return { value: medianOf(days), p90: nearestRank(days, 9, 10), denominator: n };
    }
    case 'shares': {
      const parts = measure.outcomes.map((outcome): [string, number] => [
        outcome,
        items.filter(({ what }) => what === outcome).length,
      ]);
      return { value: n === 0 ? null : n, parts: Object.fromEntries(parts) };
    }
  }
}

/** In ascending order. */
function numbersOf(items: readonly Item[]): readonly number[] {
  return items.map(({ what }) => Number(what)).sort((a, b) => a - b);
}

/** The middle of ascending numbers, or the mean of the two middle ones. */
function medianOf(ascending: readonly number[]): number | null {
  const upper = ascending[Math.floor(ascending.length / 2)];
  const lower = ascending[Math.ceil(ascending.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** The smallest that at least `share / of` of the ascending numbers do not exceed. */
function nearestRank(ascending: readonly number[], share: number, of: number): number | null {
  return ascending[Math.ceil((ascending.length * share) / of) - 1] ?? null;
}
