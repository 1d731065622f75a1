import type { Day } from './day.oracle.js';
import { dayOf } from './day.oracle.js';
import type { Rules } from './rules.oracle.js';

/** Counting in working days (contract: measures, Terms). A due date beyond the calendar's end is `undefined`. */
export interface WorkCalendar {
  /** wd(a, b): the working days d with a < d ≤ b. */
  readonly between: (a: Day, b: Day) => number;
  /** addWd(a, n): the n-th working day after a. */
  readonly after: (a: Day, n: number) => Day | undefined;
  /** nthDay(a, n): the n-th day of a period that begins with a. */
  readonly nthDay: (a: Day, n: number) => Day | undefined;
  /** nthWd(a, n): the n-th working day of a period that begins with a. */
  readonly nthWorkingDay: (a: Day, n: number) => Day | undefined;
}

const calendarOfRules = new WeakMap<Rules, WorkCalendar>();

/** The work calendar of these rules, made once for each rules object. */
export function workCalendarOf(rules: Rules): WorkCalendar {
  const known = calendarOfRules.get(rules);
  if (known !== undefined) return known;
  const calendar = makeWorkCalendar(new Set(rules.holidays.map(dayOf)), dayOf(rules.calendarTo));
  calendarOfRules.set(rules, calendar);
  return calendar;
}

function makeWorkCalendar(holidays: ReadonlySet<Day>, end: Day): WorkCalendar {
  // 1970-01-01 was a Thursday: 0 is Monday, 5 and 6 the weekend.
  const isWorkingDay = (day: Day): boolean => (day + 3) % 7 < 5 && !holidays.has(day);

  const between = (a: Day, b: Day): number => {
    let count = 0;
    for (let day = a + 1; day <= b; day += 1) if (isWorkingDay(day)) count += 1;
    return count;
  };
  const after = (a: Day, n: number): Day | undefined => {
    let left = n;
    for (let day = a + 1; day <= end; day += 1) {
      if (isWorkingDay(day)) left -= 1;
      if (left === 0) return day;
    }
    return undefined;
  };
  const nthDay = (a: Day, n: number): Day | undefined => (a + n - 1 <= end ? a + n - 1 : undefined);
  const nthWorkingDay = (a: Day, n: number): Day | undefined => after(a - 1, n);
  return { between, after, nthDay, nthWorkingDay };
}
