import type { WorkingCalendar } from '../../calendars/working-days.calendar.js';
import type { ComplaintStage } from '../journeys/complaint.journey.js';
import type { Count } from '../measure.measure.js';
import { countLimit } from './limit.kind.js';

/** Counts a stage of a complaint against its limit of working days; left in time and unanswered, it is not counted. */
export function countComplaintStage(
  { begunDay, respondedDay, leftDay }: ComplaintStage,
  limit: number,
  calendar: WorkingCalendar,
  count: Count,
): void {
  const due = calendar.nthWorkingDay(begunDay, limit);
  if (leftDay !== null && leftDay <= (due ?? calendar.to)) return;
  countLimit(due, respondedDay, calendar, count);
}
