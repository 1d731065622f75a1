import { civilDate, dayOf, formatDay, weekday, type Day } from '../calendars/local-date.calendar.js';
import type { HolidayTable } from '../calendars/working-days.calendar.js';
import type { BankHolidays } from './bank-holidays.schema.js';
import { dayNamed } from './day-named.parser.js';
import type { Problem } from './problem.fact.js';

const FRIDAY = 5;

/** The problems of a holiday list that the schema alone cannot see. */
export function problemsOfBankHolidays({ from, to, holidays }: BankHolidays): readonly Problem[] {
  return [
    ...(to < from ? [{ pointer: '/to', what: 'is before from' }] : []),
    ...holidays.flatMap(({ date }, index) => {
      const pointer = `/holidays/${index}/date`;
      const before = holidays[index - 1]?.date;
      return [
        ...(weekday(dayNamed(date)) > FRIDAY ? [{ pointer, what: `${date} is no weekday` }] : []),
        ...(date < from || date > to ? [{ pointer, what: `${date} lies outside ${from} to ${to}` }] : []),
        ...(before !== undefined && before >= date ? [{ pointer, what: `${date} does not come after ${before}` }] : []),
      ];
    }),
  ];
}

/** The holidays as working days are reckoned from them. */
export function holidayTable({ from, to, holidays }: BankHolidays): HolidayTable {
  return { from: dayNamed(from), to: dayNamed(to), holidays: holidays.map(({ date }) => dayNamed(date)) };
}

/** What to tell at start when less than twelve months of calendar lie ahead; `null` when there is enough. */
export function calendarWarning({ to }: BankHolidays, today: Day): string | null {
  const { year, month, day } = civilDate(today);
  if (dayNamed(to) >= dayOf(year + 1, month, day)) return null;
  return (
    `The bank holidays are known to ${to} only, less than twelve months from ${formatDay(today)}: ` +
    'due dates beyond that day are not computed. Add the coming years to scotland-bank-holidays.json.'
  );
}
