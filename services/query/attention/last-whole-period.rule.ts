import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import { periodOf, type Period } from '../../../libs/calendars/period.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';

/** The length of the periods that a measure is judged by. */
export type HeadingGrain = 'month' | 'year';

/** Months; years for what has no figures by month. */
export function headingGrainOf({ grains }: Pick<Measure, 'grains'>): HeadingGrain {
  return grains === undefined || grains.includes('month') ? 'month' : 'year';
}

/**
 * The period whose figure stands for a measure: the last month, or year, that was over before day K; of a cohort measure
 * the last that is no longer provisional (contract: measures, "Kinds": headings use cohort periods only then).
 */
export function lastWholePeriod(measure: Pick<Measure, 'cohort' | 'provisionalDays' | 'grains'>, asOf: Day): Period {
  const grain = headingGrainOf(measure);
  const endsNoLaterThan = asOf - (measure.cohort ? measure.provisionalDays : 1);
  return periodOf(grain, periodOf(grain, endsNoLaterThan + 1).start - 1);
}
