import { formatDay, type Day } from '../calendars/local-date.calendar.js';
import { parseYear, type Period } from '../calendars/period.calendar.js';
import type { ReleaseState } from './release.fact.js';

/** Whole days that must pass after a year's last day before it can be final. */
export const DAYS_TO_FINAL = 28;

export type StateVerdict =
  /** `asOf` is K: the last whole day before. */
  | { readonly allowed: true; readonly year: Period; readonly asOf: Day }
  | {
      readonly allowed: false;
      readonly code: 'not-a-year' | 'year-not-begun' | 'too-early-to-be-final';
      readonly reason: string;
    };

/**
 * Whether a year can be released in a state on a day, and as known when. Final: once `DAYS_TO_FINAL` whole days have
 * passed since the year's last, so that K lies where the year's figures are no longer provisional. A year not ended can
 * only be provisional (contract: api, "The annual framework").
 */
export function stateVerdict(yearCode: string, state: ReleaseState, today: Day): StateVerdict {
  const year = parseYear(yearCode);
  if (year === null) {
    return { allowed: false, code: 'not-a-year', reason: `${yearCode} is no financial year; one is 2025-26.` };
  }
  const asOf = today - 1;
  if (asOf < year.start) {
    const reason = `${yearCode} has no whole day yet: it begins on ${formatDay(year.start)}.`;
    return { allowed: false, code: 'year-not-begun', reason };
  }
  const firstFinal = year.end + DAYS_TO_FINAL;
  if (state === 'final' && asOf < firstFinal) {
    const reason =
      `${yearCode} ended or ends on ${formatDay(year.end)}. It can be final ${DAYS_TO_FINAL} days later, ` +
      `from ${formatDay(firstFinal + 1)}; until then it is provisional.`;
    return { allowed: false, code: 'too-early-to-be-final', reason };
  }
  return { allowed: true, year, asOf };
}
