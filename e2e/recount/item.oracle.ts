import type { Day } from './day.oracle.js';
import { dateOf } from './day.oracle.js';
import type { Fact } from './fact.oracle.js';
import { textOf } from './fact.oracle.js';

/** Dimension → code. */
export type Dimensions = Readonly<Record<string, string>>;

/**
 * One thing that a measure counts.
 * `what`: `true` for a count or a stock; yes or no for a proportion or a limit; working days for a time;
 * the amount for a mean; the outcome for shares.
 */
export interface Item {
  readonly measure: string;
  /** `YYYY-MM-DD`: the date that places it in a period; of a stock, the first day at whose end it is there. */
  readonly date: string;
  /** Stocks only: the first day at whose end it is there no more. Absent: still there. */
  readonly until?: string;
  readonly dimensions: Dimensions;
  readonly what: boolean | number | string;
}

/** Builds an item from days. */
export function itemOf(measure: string, day: Day, dimensions: Dimensions, what: Item['what']): Item {
  return { measure, date: dateOf(day), dimensions, what };
}

/** A stock's item for the days from `from` to the day before `until`; none where there is no such day. */
export function stockItems(
  measure: string,
  from: Day,
  until: Day | undefined,
  dimensions: Dimensions,
): readonly Item[] {
  const item = itemOf(measure, from, dimensions, true);
  if (until === undefined) return [item];
  return until > from ? [{ ...item, until: dateOf(until) }] : [];
}

/** Puts the codes of a fact's own members beside each other; an absent one is `not-recorded`. */
export function dimensionsFrom(fact: Fact, names: readonly string[]): Dimensions {
  return Object.fromEntries(names.map((name) => [name, textOf(fact.data, name) ?? 'not-recorded']));
}
