import type { Day } from '../calendars/local-date.calendar.js';

const TWO_YEARS = 730.5;

/** How things get better and worse: from -1 to 1 and back within two years, 1 on the worst day. */
export function swing(day: Day, worstOn: Day): number {
  return Math.cos((2 * Math.PI * (day - worstOn)) / TWO_YEARS);
}
