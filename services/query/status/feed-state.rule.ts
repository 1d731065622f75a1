import { localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { WorkingCalendar } from '../../../libs/calendars/working-days.calendar.js';
import type { FactName } from '../../../libs/events/fact-name.fact.js';
import type { FeedSeen } from '../../../libs/store/engine-store.port.js';

export type FeedState = 'normal' | 'quiet';

const DAY = 86_400_000;
/** So many whole working days a feed may be silent: no weekend, and no holiday beside one, is a silence. */
const WORKING_DAYS = 3;
/** So many times its usual interval a feed may be silent. */
const INTERVALS = 10;
/** Facts that come in a few weeks of each year, whatever their rate then. */
const YEARLY: ReadonlySet<FactName> = new Set(['survey.response-recorded', 'figure.reported', 'evidence.filed']);
/** A year, and a month by which it may be late. */
const LONGEST_YEAR = 396 * DAY;
/** A feed seen less often has no usual interval. */
const FEWEST_SEEN = 5;

/**
 * Whether a feed has gone quiet at the moment `now`, in milliseconds: silent for three working days from their beginning to
 * their end, and for more than ten times its mean interval. Silence and interval go by when facts were recorded, so that
 * history which is loaded at once tells the rate at which it came about. A feed that was never seen is quiet; one seen less
 * than five times cannot be judged and is normal. What comes once a year is quiet when a year and a month have passed.
 */
export function feedStateAt(
  now: number,
  fact: FactName,
  seen: FeedSeen | undefined,
  calendar: WorkingCalendar,
): FeedState {
  if (seen === undefined) return 'quiet';
  if (seen.count < FEWEST_SEEN) return 'normal';
  if (YEARLY.has(fact)) return now - seen.last > LONGEST_YEAR ? 'quiet' : 'normal';
  const meanInterval = (seen.last - seen.first) / (seen.count - 1);
  const isLong = now - seen.last > INTERVALS * meanInterval;
  return isLong && silentWorkingDays(seen.last, now, calendar) >= WORKING_DAYS ? 'quiet' : 'normal';
}

/** Beyond the calendar every day counts as one of work. */
function silentWorkingDays(last: number, now: number, calendar: WorkingCalendar): number {
  const between = calendar.workingDaysBetween(localDay(last), localDay(now) - 1);
  return between ?? Math.floor((now - last) / DAY) - 1;
}
