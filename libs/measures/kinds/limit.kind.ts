import type { Day } from '../../calendars/local-date.calendar.js';
import type { WorkingCalendar } from '../../calendars/working-days.calendar.js';
import { no, notComputable, yes, type Count } from '../measure.measure.js';

/**
 * Counts an item that has a due date, once, on the day it settles: met, on its end date, if it ended on or before due;
 * missed, on the day after due, if not. A missed item and one that is still open are the same row: whoever reads it
 * counts it as missed from its day on, and not before. Source: contract, measures, "Limit measures".
 *
 * @param due last day in time; `null` where it lies beyond the holiday calendar
 * @param end day on which the item ended; `null` while it has not
 */
export function countLimit(due: Day | null, end: Day | null, calendar: WorkingCalendar, count: Count): void {
  if (end !== null && end <= (due ?? calendar.to)) count(end, yes);
  else if (due === null) count(calendar.to + 1, notComputable);
  else count(due + 1, no);
}
