import type { Day } from '../../calendars/local-date.calendar.js';
import type { WorkingCalendar } from '../../calendars/working-days.calendar.js';
import { notComputable, type Count } from '../measure.measure.js';

/** Counts the working days from one day to another, on the later one. */
export function countTime(from: Day, to: Day, calendar: WorkingCalendar, count: Count): void {
  count(to, calendar.workingDaysBetween(from, to) ?? notComputable);
}
