import { civilDate, dayOf, type Day } from '../calendars/local-date.calendar.js';
import type { Surge } from '../register/calibration.schema.js';

const NOVEMBER = 11;
/** The rules widen on 14 November; by the middle of February applications are as many as ever. */
const WIDENED = 13;
const OVER = 105;

/** Days since 1 November of the last odd year: the surge begins then, so that any two years hold one. */
export function daysIntoSurge(day: Day): number {
  const { year } = civilDate(day);
  const thisYear = dayOf(year, NOVEMBER, 1);
  if (year % 2 !== 0) return day >= thisYear ? day - thisYear : day - dayOf(year - 2, NOVEMBER, 1);
  return day - dayOf(year - 1, NOVEMBER, 1);
}

/** How many times the usual applications come in: most on the first days, evenly fewer after. */
export function surgeOfApplications({ applications }: Surge, days: number): number {
  if (days < WIDENED || days >= OVER) return 1;
  return 1 + ((applications - 1) * (OVER - days)) / (OVER - WIDENED);
}

/** The median working days for applications of so many days into the surge; `null` when it is over. */
export function surgeMedian({ medians }: Surge, days: number): number | null {
  for (let index = 1; index < medians.length; index += 1) {
    const before = medians[index - 1];
    const after = medians[index];
    if (before === undefined || after === undefined || days >= after.afterDays) continue;
    if (days < before.afterDays) return null;
    const passed = (days - before.afterDays) / (after.afterDays - before.afterDays);
    return before.workingDays + passed * (after.workingDays - before.workingDays);
  }
  return null;
}
