import { readTwoDigits, writeTwoDigits, writeYear } from './digits.codec.js';

/** A calendar date as whole days since 1970-01-01, in the Gregorian calendar. */
export type Day = number;

/** A calendar date in parts: `month` 1–12, `day` 1–31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const HOUR = 3_600_000;
const DAY = 86_400_000;
const MEAN_YEAR = 365.2425 * DAY;

const MINUS = 45;

const DAYS_TO_1970_FROM_MARCH_0000 = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/** The calendar date in Europe/London of an instant in milliseconds since 1970 (contract: measures, "local date"). */
export function localDay(at: number): Day {
  return Math.floor((isSummerTime(at) ? at + HOUR : at) / DAY);
}

/** The instant, in milliseconds, at which a day ends in Europe/London: the first of the next local day. */
export function endOfLocalDay(day: Day): number {
  const midnight = (day + 1) * DAY;
  return isSummerTime(midnight - HOUR) ? midnight - HOUR : midnight;
}

/**
 * British Summer Time: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
 * That is the law from 1996 on; earlier years are given the same rule.
 */
function isSummerTime(at: number): boolean {
  // Off by some days at the turn of a year, where the year before and the year after agree that it is winter.
  const year = 1970 + Math.floor(at / MEAN_YEAR);
  return at >= lastSunday(year, 3) * DAY + HOUR && at < lastSunday(year, 10) * DAY + HOUR;
}

/** The last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): Day {
  const last = dayOf(year, month, 31);
  return last - (weekday(last) % 7);
}

/** The day of the week by ISO 8601: Monday is 1, Sunday is 7. */
export function weekday(day: Day): number {
  const sinceMonday = (day + 3) % 7;
  return sinceMonday < 0 ? sinceMonday + 8 : sinceMonday + 1;
}

/**
 * The day of a real calendar date, in any year. Month 13 is January of the next year, so that the day
 * before the first of `month + 1` is the last of `month`.
 */
export function dayOf(year: number, month: number, day: number): Day {
  // Years are counted from 1 March, so that the leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 1;
  return marchYear * 365 + leapDays + dayOfYear - DAYS_TO_1970_FROM_MARCH_0000;
}

/** The calendar date of a day: what `dayOf` takes. */
export function civilDate(day: Day): CivilDate {
  const sinceMarch0000 = day + DAYS_TO_1970_FROM_MARCH_0000;
  const cycle = Math.floor(sinceMarch0000 / DAYS_IN_400_YEARS);
  const dayOfCycle = sinceMarch0000 - cycle * DAYS_IN_400_YEARS;
  const leapDays = Math.floor(dayOfCycle / 1_460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9;
  return {
    year: cycle * 400 + yearOfCycle + (month > 2 ? 0 : 1),
    month,
    day: dayOfYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1,
  };
}

/** The day that a text names as `YYYY-MM-DD`; `null` in any other form, or when there is no such date. */
export function parseDay(text: string): Day | null {
  return text.length === 10 ? readDay(text, 0) : null;
}

/** The day named by the ten characters `YYYY-MM-DD` at `index`; `null` when they name none. */
export function readDay(text: string, index: number): Day | null {
  const year = readTwoDigits(text, index) * 100 + readTwoDigits(text, index + 2);
  const month = readTwoDigits(text, index + 5);
  const day = readTwoDigits(text, index + 8);
  if (text.charCodeAt(index + 4) !== MINUS || text.charCodeAt(index + 7) !== MINUS) return null;
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  return dayOf(year, month, day);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const date = civilDate(day);
  return `${writeYear(date.year)}-${writeTwoDigits(date.month)}-${writeTwoDigits(date.day)}`;
}
