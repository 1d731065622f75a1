import type { Day } from './day.oracle.js';
import { dateOf, dayOf } from './day.oracle.js';
import { compareTexts } from './fact.oracle.js';
import type { Figure } from './figure.oracle.js';
import { figureOf } from './figure.oracle.js';
import type { Dimensions, Item } from './item.oracle.js';
import type { Measure } from './measure.oracle.js';
import { measureOf } from './measure.oracle.js';
import type { Grain, Period } from './period.oracle.js';
import { periodsBetween } from './period.oracle.js';
import type { Rules } from './rules.oracle.js';
import { workCalendarOf } from './workday.oracle.js';

/** `from` and `to` are dates or period codes, both included; `asOf` is the last day known. */
export interface Question {
  readonly measure: string;
  readonly grain: Grain;
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
  readonly filter?: Readonly<Record<string, string>>;
  readonly asOf: string;
}

/** One row of an answer. */
export interface Observation extends Figure {
  readonly period: string;
  readonly dimensions: Dimensions;
  /** `z` not applicable, then `p` provisional. */
  readonly status: readonly ('z' | 'p')[];
}

/** The rows of an answer, from the items of the measure asked for. */
export function observe(items: readonly Item[], question: Question, rules: Rules): readonly Observation[] {
  const measure = measureOf(question.measure, question.grain);
  const asOf = dayOf(question.asOf);
  const counted = periodsBetween(question.from, question.to, question.grain).map((period) => ({
    period,
    items: itemsIn(period, items, { measure, asOf, rules }).filter((item) => passes(item, question.filter)),
  }));
  const combinations = combinationsOf(
    counted.flatMap((one) => one.items),
    question.by,
  );
  return counted.flatMap(({ period, items: inPeriod }) =>
    combinations.map((dimensions) => ({
      period: period.code,
      dimensions,
      ...rowOf(
        period,
        inPeriod.filter((item) => passes(item, dimensions)),
        measure,
        asOf,
      ),
    })),
  );
}

interface Judging {
  readonly measure: Measure;
  readonly asOf: Day;
  readonly rules: Rules;
}

/** What is counted in the period; a stock's items as they stand at its end, or at K if that is earlier. */
function itemsIn(period: Period, items: readonly Item[], { measure, asOf, rules }: Judging): readonly Item[] {
  if (measure.kind !== 'stock') {
    const [start, end] = [dateOf(period.start), dateOf(period.end)];
    return items.filter(({ date }) => start <= date && date <= end);
  }
  if (period.start > asOf) return [];
  const day = Math.min(period.end, asOf);
  const date = dateOf(day);
  return items
    .filter((item) => item.date <= date && (item.until === undefined || date < item.until))
    .map((item) =>
      item.measure === 'open-applications'
        ? {
            ...item,
            dimensions: {
              ...item.dimensions,
              waiting: waitingBand(workCalendarOf(rules).between(dayOf(item.date), day)),
            },
          }
        : item,
    );
}

function waitingBand(workingDays: number): string {
  if (workingDays <= 20) return '0-20';
  if (workingDays <= 40) return '21-40';
  if (workingDays <= 60) return '41-60';
  return workingDays <= 100 ? '61-100' : '101-plus';
}

function passes(item: Item, codes: Readonly<Record<string, string>> = {}): boolean {
  return Object.entries(codes).every(([dimension, code]) => codeOf(item, dimension) === code);
}

function codeOf({ dimensions, measure }: Item, dimension: string): string {
  const code = dimensions[dimension];
  if (code === undefined) throw new RangeError(`${measure} has no dimension ${dimension}`);
  return code;
}

/** The combinations of codes that occur, in the order of their codes; without `by` the one of none. */
function combinationsOf(items: readonly Item[], by: readonly string[]): readonly Dimensions[] {
  if (by.length === 0) return [{}];
  const found = new Map<string, readonly string[]>();
  for (const item of items) {
    const codes = by.map((dimension) => codeOf(item, dimension));
    found.set(JSON.stringify(codes), codes);
  }
  return [...found.values()]
    .sort((a, b) => by.map((_, place) => compareTexts(a[place] ?? '', b[place] ?? '')).find((one) => one !== 0) ?? 0)
    .map((codes) => Object.fromEntries(by.map((dimension, place) => [dimension, codes[place] ?? ''])));
}

function rowOf(
  period: Period,
  items: readonly Item[],
  measure: Measure,
  asOf: Day,
): Figure & Pick<Observation, 'status'> {
  const notYet = measure.kind === 'stock' && period.start > asOf;
  const figure = notYet ? { value: null } : figureOf(measure, items);
  const status: ('z' | 'p')[] = [];
  if (figure.value === null) status.push('z');
  if (asOf < period.end + measure.provisionalDays) status.push('p');
  return { ...figure, status };
}
