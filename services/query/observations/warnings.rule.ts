import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import { calendarWarning } from '../../../libs/register/bank-holidays.rule.js';
import type { BankHolidays } from '../../../libs/register/bank-holidays.schema.js';
import type { Freshness } from '../following/freshness.service.js';

/** What a warning may rest on. */
interface Circumstances {
  /** Whether there is a generation of figures. */
  readonly isBegun: boolean;
  readonly observations: readonly Observation[];
  readonly freshness: Freshness;
  readonly holidays: BankHolidays;
  readonly today: Day;
}

/** What the reader of an answer must be told beside the figures. */
export function warningsOf({ isBegun, observations, freshness, holidays, today }: Circumstances): readonly string[] {
  const calendar = calendarWarning(holidays, today);
  return [
    ...(isBegun ? [] : ['Nothing has been counted yet.']),
    ...(observations.some(({ status }) => status.includes('x'))
      ? ['Some figures are not available: they need days beyond the end of the holiday calendar.']
      : []),
    ...(freshness.countedTo === null ? ['The log cannot be reached: how far the figures go is not known.'] : []),
    ...(calendar === null ? [] : [calendar]),
  ];
}
