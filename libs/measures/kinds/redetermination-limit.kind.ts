import { nthDay, type WorkingCalendar } from '../../calendars/working-days.calendar.js';
import type { Redetermination } from '../journeys/redetermination.journey.js';
import type { Count } from '../measure.measure.js';
import type { RedeterminationLimit } from '../rules.measure.js';
import { countLimit } from './limit.kind.js';

/**
 * Counts a redetermination against its statutory period, which begins with the day its clock started. One whose clock is
 * not running, or that was withdrawn before any decision and on or before due, is not counted.
 */
export function countRedeterminationLimit(
  { clockStart, decidedDay, withdrawnDay }: Redetermination,
  limit: RedeterminationLimit,
  calendar: WorkingCalendar,
  count: Count,
): void {
  if (clockStart === null) return;
  const due =
    limit.kind === 'calendar-days' ? nthDay(clockStart, limit.days) : calendar.nthWorkingDay(clockStart, limit.days);
  if (withdrawnDay !== null && withdrawnDay <= (due ?? calendar.to)) return;
  countLimit(due, decidedDay, calendar, count);
}
