import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import { periodOf, periodsOverlapping, type Grain, type Period } from '../../../libs/calendars/period.calendar.js';
import { emptyFigure } from '../../../libs/measures/figures/figure.measure.js';
import { observe, type Observation, type Observing } from '../../../libs/measures/figures/observe.measure.js';
import type { Holdings } from '../../../libs/measures/figures/question.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import type { RegisterRules } from '../../../libs/register/register-rules.rule.js';
import type { ObjectiveInForce } from '../../../libs/register/targets-in-force.rule.js';
import { stateAgainst, type IndicatorState } from '../commitments/indicator-state.rule.js';
import { allowanceOf, type Allowance, type SettledYear } from './allowance.rule.js';
import { headingGrainOf, lastWholePeriod, type HeadingGrain } from './last-whole-period.rule.js';

/** The figures that a measure is judged by, and the judgement. */
export interface Standing {
  /** Whether the generation in use counts the measure. While it does not, no figure is available: a gap. */
  readonly isCounted: boolean;
  /** The length of `latest` and `before`: a month, or a year for what has no figures by month. */
  readonly grain: HeadingGrain;
  /** Of the last whole period; of a cohort measure the last that is no longer provisional. */
  readonly latest: Observation;
  /** Of the period before `latest`. */
  readonly before: Observation;
  /** Of the financial year that contains K, so far. */
  readonly year: Observation;
  /** In force on the first day of `latest`. */
  readonly objective: ObjectiveInForce | null;
  readonly state: IndicatorState;
  /** Of what has settled in the year so far, by the objective in force on the year's first day. */
  readonly allowance: Allowance | null;
  /** Milliseconds: when the last came of what it counts, where that has gone quiet. */
  readonly quietSince: number | null;
}

/** How figures are read off, and what they are held against their objectives by. */
export interface Reading {
  readonly observing: Observing;
  readonly judging: typeof stateAgainst;
  /** Whether counts are exact: of rounded ones nothing can be said of each that went wrong. */
  readonly isExact: boolean;
}

const exactly: Reading = { observing: observe, judging: stateAgainst, isExact: true };

/**
 * How a measure stands as known at the end of day K; `holdings` are `null` while it is not counted. What is worked out from
 * its figures is worked out from them as they are observed: exactly, or controlled.
 */
export function standingOf(
  measure: Measure,
  holdings: Holdings | null,
  asOf: Day,
  { calendar, objectiveInForce }: Pick<RegisterRules, 'calendar' | 'objectiveInForce'>,
  { observing, judging, isExact }: Reading = exactly,
): Standing {
  const isCounted = holdings !== null;
  const rows = holdings ?? { tables: [], measureIndex: 0, dimensions: [], calendar };
  const objectiveOn = (day: Day): number | null => objectiveInForce(measure.id, day)?.value ?? null;
  const figuresOf = (grain: Grain, periods: readonly Period[]): readonly Observation[] => {
    const question = { measure, grain, periods, by: [], filter: {}, asOf };
    return isCounted ? observing(question, rows, objectiveOn) : observe(question, rows, objectiveOn).map(notAvailable);
  };
  const grain = headingGrainOf(measure);
  const last = lastWholePeriod(measure, asOf);
  const [before, latest] = figuresOf(grain, [periodOf(grain, last.start - 1), last]);
  const thisYear = periodOf('year', asOf);
  const [year] = figuresOf('year', [thisYear]);
  if (before === undefined || latest === undefined || year === undefined) {
    throw new Error('Without a breakdown every period has a row');
  }
  const objective = objectiveInForce(measure.id, last.start);
  const settled = measure.cohort ? togetherIn(year, figuresOf('month', monthsUntil(last, thisYear))) : year;
  const allowance = isExact ? allowanceOf(measure, settled, objectiveInForce(measure.id, thisYear.start)) : null;
  const state = isCounted ? judging(objective, latest) : 'gap';
  return { isCounted, grain, latest, before, year, objective, state, allowance, quietSince: null };
}

/** The same figures, no longer judged: what they are counted from has not come since. A gap in the counting stays one. */
export function goneQuiet(standing: Standing, since: number): Standing {
  return standing.isCounted ? { ...standing, state: 'gone-quiet', quietSince: since } : standing;
}

/** Of a cohort measure only the months that are no longer provisional have settled. */
function monthsUntil(last: Period, year: Period): readonly Period[] {
  return last.start < year.start ? [] : periodsOverlapping('month', year.start, last.end);
}

function togetherIn({ period }: Observation, months: readonly Observation[]): SettledYear {
  return {
    period,
    numerator: months.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0),
    denominator: months.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
    status: months.flatMap(({ status }) => status.filter((mark) => mark === 'x')),
  };
}

function notAvailable(observation: Observation): Observation {
  const provisional = observation.status.filter((mark) => mark === 'p');
  return { ...observation, ...emptyFigure, interval: null, status: ['x', ...provisional] };
}
