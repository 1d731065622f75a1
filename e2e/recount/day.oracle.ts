import type { Instant } from './instant.oracle.js';

/** A calendar date as the number of days since 1970-01-01. */
export type Day = number;

const MILLISECONDS_A_DAY = 86_400_000;
const SECONDS_AN_HOUR = 3_600;

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Clocks in London change on the hour by a whole hour, so every moment of an hour has one local date. */
const dayOfHour = new Map<number, Day>();
const dateOfDay = new Map<Day, string>();

/** The day of a date written `YYYY-MM-DD`. */
export function dayOf(date: string): Day {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MILLISECONDS_A_DAY
  );
}

/** The day as `YYYY-MM-DD`. */
export function dateOf(day: Day): string {
  const known = dateOfDay.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  dateOfDay.set(day, date);
  return date;
}

/** The calendar date of a moment in Europe/London. */
export function londonDayOf(instant: Instant): Day {
  const hour = Math.floor(instant.seconds / SECONDS_AN_HOUR);
  const known = dayOfHour.get(hour);
  if (known !== undefined) return known;
  const day = dayOf(LONDON.format(hour * SECONDS_AN_HOUR * 1000));
  dayOfHour.set(hour, day);
  return day;
}
