import { parseDay, type Day } from '../calendars/local-date.calendar.js';

/** The day that a date of the checked register names; a `RangeError` for a text that names none. */
export function dayNamed(date: string): Day {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`no date: ${date}`);
  return day;
}
