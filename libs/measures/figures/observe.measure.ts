import { formatDay, type Day } from '../../calendars/local-date.calendar.js';
import type { Period } from '../../calendars/period.calendar.js';
import { compareCodePoints } from '../../events/reading-order.fact.js';
import type { Measure } from '../measure.measure.js';
import { emptyFigure, type Figure } from './figure.measure.js';
import type { Holdings, Question } from './question.measure.js';
import { tallyRows } from './tallying.measure.js';
import { wilsonInterval, type Interval } from './wilson.measure.js';

/**
 * Marks of a figure: `p` provisional, `r` revised since last published, `c` suppressed, `x` not available, `z` not
 * applicable, `b` break in series.
 */
export type Status = 'p' | 'r' | 'c' | 'x' | 'z' | 'b';

/** One row of an answer. Members that have no meaning for the measure's kind are `null`. */
export interface Observation extends Figure {
  readonly period: string;
  readonly start: string;
  readonly end: string;
  readonly complete: boolean;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly interval: Interval | null;
  readonly target: number | null;
  readonly status: readonly Status[];
}

/** The objective in force for the measure on a day; `null` where there is none. */
export type ObjectiveOn = (day: Day) => number | null;

/**
 * Answers a question: periods in order, then dimension codes in order. Without `by` every period has a row; with it a
 * combination has one in every period if something is counted for it in any of them. Source: contract, interfaces.
 */
export function observe(question: Question, holdings: Holdings, objectiveOn: ObjectiveOn): readonly Observation[] {
  const { tally, grouping } = tallyRows(question, holdings);
  const { measure, periods, by, asOf } = question;
  const groups = Array.from({ length: grouping.size }, (_, group) => group)
    .filter((group) => by.length === 0 || periods.some((_, period) => tally.counts(period * grouping.size + group)))
    .map((group) => ({ group, dimensions: grouping.dimensionsOf(group) }))
    .sort((a, b) => compareDimensions(a.dimensions, b.dimensions, by));
  return periods.flatMap((period, index) => {
    const frame = frameOf(period, asOf);
    const target = objectiveOn(period.start);
    return groups.map(({ group, dimensions }) => {
      const cell = index * grouping.size + group;
      const incomputable = tally.isIncomputable(cell);
      const figure = incomputable ? emptyFigure : figureOf(measure, period, asOf, tally.figure(cell));
      return {
        ...frame,
        dimensions,
        ...figure,
        interval: intervalOf(measure, figure),
        target,
        status: statusOf(measure, period, asOf, figure, incomputable),
      };
    });
  });
}

function frameOf({ code, start, end }: Period, asOf: Day): Pick<Observation, 'period' | 'start' | 'end' | 'complete'> {
  return { period: code, start: formatDay(start), end: formatDay(end), complete: end < asOf };
}

/** A stock has no value for a period that begins after K. */
function figureOf(measure: Measure, period: Period, asOf: Day, figure: Figure): Figure {
  return measure.kind === 'stock' && period.start > asOf ? emptyFigure : figure;
}

function intervalOf({ kind }: Measure, { numerator, denominator }: Figure): Interval | null {
  if ((kind !== 'proportion' && kind !== 'limit') || numerator === null || denominator === null) return null;
  return wilsonInterval(numerator, denominator);
}

function statusOf(
  measure: Measure,
  period: Period,
  asOf: Day,
  figure: Figure,
  incomputable: boolean,
): readonly Status[] {
  const status: Status[] = [];
  if (incomputable) status.push('x');
  else if (figure.value === null) status.push('z');
  if (asOf < period.end + measure.provisionalDays) status.push('p');
  return status;
}

function compareDimensions(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
  by: readonly string[],
): number {
  for (const name of by) {
    const difference = compareCodePoints(a[name] ?? '', b[name] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}
