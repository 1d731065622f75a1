import type { Day } from './local-date.calendar.js';
import { weekday } from './local-date.calendar.js';

/** The days for which holidays are known, `from` and `to` included, and the holidays among them. */
export interface HolidayTable {
  readonly from: Day;
  readonly to: Day;
  readonly holidays: readonly Day[];
}

const FRIDAY = 5;

/**
 * Working days: Monday to Friday, except holidays (contract: measures, "working day").
 *
 * Known only from `from` to `to`: an answer that depends on a day outside them is `null`, never a guess.
 * Every answer is a look-up in a table made once.
 */
export class WorkingCalendar {
  readonly from: Day;
  readonly to: Day;
  /** The working days in order. */
  readonly #workingDays: Int32Array;
  /** How many working days lie before `from + index`; the last entry counts them all. */
  readonly #before: Int32Array;

  constructor({ from, to, holidays }: HolidayTable) {
    this.from = from;
    this.to = to;
    this.#before = new Int32Array(to - from + 2);
    const closed = new Set(holidays);
    const workingDays: Day[] = [];
    for (let day = from; day <= to; day += 1) {
      if (weekday(day) <= FRIDAY && !closed.has(day)) workingDays.push(day);
      this.#before[day - from + 1] = workingDays.length;
    }
    this.#workingDays = Int32Array.from(workingDays);
  }

  /** Whether the day is a working day; `null` outside the calendar. */
  isWorkingDay(day: Day): boolean | null {
    const before = this.#countThrough(day - 1);
    const through = this.#countThrough(day);
    return before === null || through === null ? null : through > before;
  }

  /** wd(a, b): the number of working days d with a < d <= b; 0 where b is not after a. */
  workingDaysBetween(a: Day, b: Day): number | null {
    if (b <= a) return 0;
    const throughA = this.#countThrough(a);
    const throughB = this.#countThrough(b);
    return throughA === null || throughB === null ? null : throughB - throughA;
  }

  /** addWd(a, n): the n-th working day after a, n >= 0; a itself for n = 0. */
  addWorkingDays(a: Day, n: number): Day | null {
    if (n === 0) return a;
    if (!(n > 0)) throw new RangeError(`working days are counted forwards, not by ${n}`);
    const throughA = this.#countThrough(a);
    return throughA === null ? null : (this.#workingDays[throughA + n - 1] ?? null);
  }

  /** nthWd(a, n): the n-th working day of a period that begins with a, which itself counts if it is one; n >= 1. */
  nthWorkingDay(a: Day, n: number): Day | null {
    return this.addWorkingDays(a - 1, n);
  }

  /** How many of the calendar's working days are on or before a day of it or the eve of its first. */
  #countThrough(day: Day): number | null {
    return this.#before[day - this.from + 1] ?? null;
  }
}

/** nthDay(a, n): the n-th calendar day of a period that begins with a, which counts as day 1 (contract: measures). */
export function nthDay(a: Day, n: number): Day {
  return a + n - 1;
}
