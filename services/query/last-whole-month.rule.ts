import type { Day } from '../../libs/calendars/local-date.calendar.js';
import { periodOf, type Period } from '../../libs/calendars/period.calendar.js';
import type { Measure } from '../../libs/measures/measure.measure.js';

/**
 * The month whose figure stands for a measure: the last that was over before day K; of a cohort measure the last that is
 * no longer provisional (contract: measures, "Kinds": headings use cohort periods only then).
 */
export function lastWholeMonth(
  { cohort, provisionalDays }: Pick<Measure, 'cohort' | 'provisionalDays'>,
  asOf: Day,
): Period {
  const endsNoLaterThan = asOf - (cohort ? provisionalDays : 1);
  return periodOf('month', periodOf('month', endsNoLaterThan + 1).start - 1);
}
