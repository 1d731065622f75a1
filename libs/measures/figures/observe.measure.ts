import { formatDay, type Day } from '../../calendars/local-date.calendar.js';
import { periodOf, type Period } from '../../calendars/period.calendar.js';
import { compareCodePoints } from '../../events/reading-order.fact.js';
import type { Measure } from '../measure.measure.js';
import { inForceOn } from '../versions.measure.js';
import { groupingOf } from './cells.measure.js';
import { emptyFigure, type Figure, type Tally } from './figure.measure.js';
import type { HeldVersion, Holdings, Question } from './question.measure.js';
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

/** How a question is answered: exactly, as `observe` does, or otherwise. */
export type Observing = (question: Question, holdings: Holdings, objectiveOn: ObjectiveOn) => readonly Observation[];

/** The objective in force for the measure on a day; `null` where there is none. */
export type ObjectiveOn = (day: Day) => number | null;

/**
 * Answers a question: periods in order, then dimension codes in order. Without `by` every period has a row; with it a
 * combination has one in every period if something is counted for it in any of them. Each period is answered by the
 * version in force on its first day. Source: contract, interfaces.
 */
export function observe(question: Question, holdings: Holdings, objectiveOn: ObjectiveOn): readonly Observation[] {
  const { by, asOf } = question;
  const grouping = groupingOf(question, holdings.dimensions);
  const tallied = tallyByVersion(question, holdings);
  const groups = Array.from({ length: grouping.size }, (_, group) => group)
    .filter(
      (group) => by.length === 0 || tallied.some(({ tally }, index) => tally.counts(index * grouping.size + group)),
    )
    .map((group) => ({ group, dimensions: grouping.dimensionsOf(group) }))
    .sort((a, b) => compareDimensions(a.dimensions, b.dimensions, by));
  return tallied.flatMap(({ period, measure, tally, isBreak }, index) => {
    const frame = frameOf(period, asOf);
    const target = objectiveOn(period.start);
    return groups.map(({ group, dimensions }) => {
      const cell = index * grouping.size + group;
      const incomputable = tally.isIncomputable(cell);
      const figure = incomputable ? emptyFigure : figureOf(measure, period, asOf, tally.figure(cell));
      const status = statusOf(measure, period, asOf, figure, incomputable);
      return {
        ...frame,
        dimensions,
        ...figure,
        interval: intervalOf(measure, figure),
        target,
        status: isBreak ? [...status, 'b' as const] : status,
      };
    });
  });
}

interface TalliedPeriod {
  readonly period: Period;
  /** The version in force on its first day. */
  readonly measure: Measure;
  /** Of all periods, by that version. */
  readonly tally: Tally;
  /** Whether it is the first period of that version. */
  readonly isBreak: boolean;
}

function tallyByVersion(question: Question, holdings: Holdings): readonly TalliedPeriod[] {
  const { measure, grain, periods } = question;
  const versions = holdings.versions ?? [{ measure, measureIndex: holdings.measureIndex }];
  const tallies = new Map<Measure, Tally>();
  const tallyOf = (version: HeldVersion): Tally => {
    const known = tallies.get(version.measure);
    if (known !== undefined) return known;
    const { tally } = tallyRows({ ...question, measure: version.measure }, { ...holdings, ...version });
    tallies.set(version.measure, tally);
    return tally;
  };
  return periods.map((period) => {
    const version = inForceOn(versions, period.start);
    const before = inForceOn(versions, periodOf(grain, period.start - 1).start);
    return { period, measure: version.measure, tally: tallyOf(version), isBreak: version !== before };
  });
}

/** What an observation says of its period. */
export function frameOf(
  { code, start, end }: Period,
  asOf: Day,
): Pick<Observation, 'period' | 'start' | 'end' | 'complete'> {
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
