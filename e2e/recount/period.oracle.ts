import type { Day } from './day.oracle.js';
import { dateOf, dayOf } from './day.oracle.js';

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A period by its code; `start` and `end` are its first and last day. */
export interface Period {
  readonly code: string;
  readonly start: Day;
  readonly end: Day;
}

/** The period of this grain in which the day falls. Quarters and years are of the financial year, from 1 April. */
export function periodOf(day: Day, grain: Grain): Period {
  switch (grain) {
    case 'day':
      return { code: dateOf(day), start: day, end: day };
    case 'week':
      return weekOf(day);
    case 'month':
      return monthsFrom(day, 1, (first) => first.slice(0, 7));
    case 'quarter':
      return monthsFrom(day, 3, (first) => `${financialYearOf(first)}-Q${quarterOf(first)}`);
    case 'year':
      return monthsFrom(day, 12, financialYearOf);
  }
}

/** The periods of this grain that overlap `from` to `to`, each a date or a period code, in order. */
export function periodsBetween(from: string, to: string, grain: Grain): readonly Period[] {
  const first = spanOf(from).start;
  const last = spanOf(to).end;
  const periods: Period[] = [];
  for (let period = periodOf(first, grain); period.start <= last; period = periodOf(period.end + 1, grain)) {
    periods.push(period);
  }
  return periods;
}

/** The year named by a code such as `2025-26`; `undefined` if it names none. */
export function yearOfCode(code: string): Period | undefined {
  if (!/^\d{4}-\d\d$/.test(code)) return undefined;
  const year = periodOf(dayOf(`${code.slice(0, 4)}-04-01`), 'year');
  return year.code === code ? year : undefined;
}

function spanOf(code: string): Period {
  if (/^\d{4}-\d\d-\d\d$/.test(code)) return periodOf(dayOf(code), 'day');
  const week = /^(\d{4})-W(\d\d)$/.exec(code);
  // 4 January is always in the first week of its ISO year.
  if (week !== null) return weekOf(dayOf(`${week[1]}-01-04`) + (Number(week[2]) - 1) * 7);
  const quarter = /^(\d{4}-\d\d)-Q([1-4])$/.exec(code);
  if (quarter?.[1] !== undefined) {
    let found = periodOf(spanOf(quarter[1]).start, 'quarter');
    for (let passed = 1; passed < Number(quarter[2]); passed += 1) found = periodOf(found.end + 1, 'quarter');
    return found;
  }
  const year = yearOfCode(code);
  if (year !== undefined) return year;
  if (/^\d{4}-\d\d$/.test(code)) return periodOf(dayOf(`${code}-01`), 'month');
  throw new RangeError(`neither a date nor a period: ${code}`);
}

function weekOf(day: Day): Period {
  const monday = day - ((day + 3) % 7);
  const thursday = monday + 3;
  const year = dateOf(thursday).slice(0, 4);
  const number = Math.floor((thursday - dayOf(`${year}-01-01`)) / 7) + 1;
  return { code: `${year}-W${String(number).padStart(2, '0')}`, start: monday, end: monday + 6 };
}

/** The period of so many whole months, counted from an April, in which the day falls. */
function monthsFrom(day: Day, length: number, codeOf: (firstDate: string) => string): Period {
  const date = dateOf(day);
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const sinceApril = (month - 3) % length;
  const start = firstOfMonth(month - sinceApril);
  return { code: codeOf(dateOf(start)), start, end: firstOfMonth(month - sinceApril + length) - 1 };
}

function firstOfMonth(month: number): Day {
  return dayOf(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}

function financialYearOf(date: string): string {
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

function quarterOf(date: string): number {
  return Math.floor(((Number(date.slice(5, 7)) + 8) % 12) / 3) + 1;
}
