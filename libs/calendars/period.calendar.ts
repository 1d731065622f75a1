import { writeTwoDigits, writeYear } from './digits.codec.js';
import type { Day } from './local-date.calendar.js';
import { civilDate, dayOf, formatDay, weekday } from './local-date.calendar.js';

/** How long a period is; quarter and year are those of the financial year, which begins on 1 April. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A period by its code, with its first and its last day. */
export interface Period {
  readonly code: string;
  readonly start: Day;
  readonly end: Day;
}

/** A period together with its grain. */
export interface GrainedPeriod {
  readonly grain: Grain;
  readonly period: Period;
}

const APRIL = 4;

const periodsByGrain: Readonly<Record<Grain, (day: Day) => Period>> = {
  day: (day) => ({ code: formatDay(day), start: day, end: day }),
  week: weekOf,
  month: monthOf,
  quarter: quarterOf,
  year: yearOf,
};

/** Whether a text names a grain. */
export function isGrain(text: string): text is Grain {
  return Object.hasOwn(periodsByGrain, text);
}

/** The period of a grain that holds a day (contract: measures, "period"). */
export function periodOf(grain: Grain, day: Day): Period {
  return periodsByGrain[grain](day);
}

/** The periods of a grain that share a day with `from` to `to`, both included, in order; none when `to` is before `from`. */
export function periodsOverlapping(grain: Grain, from: Day, to: Day): readonly Period[] {
  const periods: Period[] = [];
  for (let day = from; day <= to;) {
    const period = periodOf(grain, day);
    periods.push(period);
    day = period.end + 1;
  }
  return periods;
}

/**
 * The period a code names: `2026-04-01`, `2026-W14`, `2026-04`, `2026-27-Q1` or `2026-27`; `null` for any other text.
 *
 * `YYYY-01` to `YYYY-12` are months, although 2000-01 to 2011-12 would also be financial years: no figure is so old.
 */
export function parsePeriod(code: string): GrainedPeriod | null {
  const candidate = candidateFor(code);
  if (candidate === null) return null;
  const period = periodOf(candidate.grain, candidate.day);
  return period.code === code ? { grain: candidate.grain, period } : null;
}

/** The financial year that `YYYY-YY` names, also where the same text could be a month; `null` for any other text. */
export function parseYear(code: string): Period | null {
  const year = yearOf(dayOf(Number(code.slice(0, 4)), APRIL, 1));
  return year.code === code ? year : null;
}

/** Whether a text is the code of a financial year: `2025-26`, `2099-00`. */
export function isYearCode(text: string): boolean {
  return parseYear(text) !== null;
}

/** The one grain that a code may be of, by its shape, and a day of the one period it may name. */
function candidateFor(code: string): { readonly grain: Grain; readonly day: Day } | null {
  const year = Number(code.slice(0, 4));
  const second = Number(code.slice(5, 7));
  switch (code.length) {
    case 7:
      return second >= 1 && second <= 12
        ? { grain: 'month', day: dayOf(year, second, 1) }
        : { grain: 'year', day: dayOf(year, APRIL, 1) };
    case 8:
      // 4 January is always in week 1.
      return { grain: 'week', day: dayOf(year, 1, 4) + 7 * (Number(code.slice(6)) - 1) };
    case 10:
      return code.charAt(8) === 'Q'
        ? { grain: 'quarter', day: dayOf(year, APRIL + 3 * (Number(code.charAt(9)) - 1), 1) }
        : { grain: 'day', day: dayOf(year, second, Number(code.slice(8))) };
    default:
      return null;
  }
}

/** The ISO 8601 week, Monday to Sunday, which belongs to the year of its Thursday. */
function weekOf(day: Day): Period {
  const start = day - weekday(day) + 1;
  const thursday = start + 3;
  const { year } = civilDate(thursday);
  const week = Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1;
  return { code: `${writeYear(year)}-W${writeTwoDigits(week)}`, start, end: start + 6 };
}

function monthOf(day: Day): Period {
  const { year, month } = civilDate(day);
  const end = dayOf(year, month + 1, 1) - 1;
  return { code: `${writeYear(year)}-${writeTwoDigits(month)}`, start: dayOf(year, month, 1), end };
}

function quarterOf(day: Day): Period {
  const { year, month } = civilDate(day);
  const firstMonth = month - ((month - 1) % 3);
  const number = firstMonth < APRIL ? 4 : (firstMonth - 1) / 3;
  const start = dayOf(year, firstMonth, 1);
  return { code: `${yearOf(start).code}-Q${number}`, start, end: dayOf(year, firstMonth + 3, 1) - 1 };
}

function yearOf(day: Day): Period {
  const { year, month } = civilDate(day);
  const first = month < APRIL ? year - 1 : year;
  const code = `${writeYear(first)}-${writeTwoDigits((first + 1) % 100)}`;
  return { code, start: dayOf(first, APRIL, 1), end: dayOf(first + 1, APRIL, 1) - 1 };
}
