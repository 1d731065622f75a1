import type { Day } from '../../calendars/local-date.calendar.js';
import type { Period } from '../../calendars/period.calendar.js';
import { emptyFigure } from '../figures/figure.measure.js';
import { frameOf, type Observation, type Status } from '../figures/observe.measure.js';
import type { ReportedStanding } from './reported-standing.measure.js';

/** Days after a year's last until which what is reported about it is provisional. Source: contract, measures, "Kinds". */
const PROVISIONAL_DAYS = 28;

/** A year's reported figure as an observation: its members as reported, without interval; `x` where none has been. */
export function observationOfFigure(
  year: Period,
  asOf: Day,
  { figure }: Pick<ReportedStanding, 'figure'>,
): Observation {
  const { value = null, numerator = null, denominator = null } = figure ?? {};
  return { ...withoutValue(year, asOf, figure === null ? ['x'] : []), value, numerator, denominator };
}

/** What was told of a year in words as an observation: a number is not applicable (`z`); `x` where nothing has been. */
export function observationOfEntries(
  year: Period,
  asOf: Day,
  { entries }: Pick<ReportedStanding, 'entries'>,
): Observation {
  return withoutValue(year, asOf, entries.length === 0 ? ['x'] : ['z']);
}

function withoutValue(year: Period, asOf: Day, marks: readonly Status[]): Observation {
  const provisional: readonly Status[] = asOf < year.end + PROVISIONAL_DAYS ? ['p'] : [];
  return {
    ...frameOf(year, asOf),
    dimensions: {},
    ...emptyFigure,
    interval: null,
    target: null,
    status: [...marks, ...provisional],
  };
}
