import { endOfLocalDay, weekday, type Day } from '../calendars/local-date.calendar.js';
import type { WorkingCalendar } from '../calendars/working-days.calendar.js';
import type { Chance } from './chance.rule.js';

const MINUTE = 60_000;
const OPENS = 9 * 60;
const CLOSES = 17 * 60;
const FRIDAY = 5;

/** The instant, in milliseconds, at which a day begins in Europe/London. */
export function startOfLocalDay(day: Day): number {
  return endOfLocalDay(day - 1);
}

/** Days on which offices are open. Beyond the holiday calendar every weekday is one: synthetic time never ends. */
export class OfficeDays {
  readonly #calendar: WorkingCalendar;

  constructor(calendar: WorkingCalendar) {
    this.#calendar = calendar;
  }

  isOpen(day: Day): boolean {
    return this.#calendar.isWorkingDay(day) ?? weekday(day) <= FRIDAY;
  }

  /** The n-th open day after a day; the day itself for n = 0. */
  after(day: Day, n: number): Day {
    const known = this.#calendar.addWorkingDays(day, n);
    if (known !== null) return known;
    let left = n;
    let reached = day;
    while (left > 0) {
      reached += 1;
      if (this.isOpen(reached)) left -= 1;
    }
    return reached;
  }

  /** The day itself if it is open, or the next one that is. */
  onOrAfter(day: Day): Day {
    return this.isOpen(day) ? day : this.after(day, 1);
  }
}

/** A moment within office hours of a day, to the second, in milliseconds. */
export function inOfficeHours(day: Day, chance: Chance): number {
  return startOfLocalDay(day) + chance.between(OPENS * 60, CLOSES * 60 - 1) * 1_000;
}

/** A moment at which people are awake, most of all in the evening, in milliseconds. */
export function atAnyHour(day: Day, chance: Chance): number {
  const minutes = 6 * 60 + (chance.next() + chance.next() * 0.6) * 660;
  return startOfLocalDay(day) + Math.floor(Math.min(minutes, 1_439)) * MINUTE + chance.between(0, 59) * 1_000;
}
