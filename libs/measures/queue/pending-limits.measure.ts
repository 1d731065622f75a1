import type { Day } from '../../calendars/local-date.calendar.js';
import { countedByBand, type LengthBand } from '../distribution/length-band.measure.js';
import type { Holdings, Question } from '../figures/question.measure.js';
import { visitRows } from '../figures/row-visit.measure.js';
import { no } from '../measure.measure.js';

/** A limit that ends within so many working days is about to be missed. */
export const soonWithin = 5;
const lastsOfLater = [10, 20, 40];

/** Limits that end on one day. */
export interface DueSoon {
  /** Working days from the day asked about to the last day in time. */
  readonly left: number;
  readonly due: Day;
  readonly count: number;
}

/** What was still within its limit at the end of a day, by the working days left. */
export interface PendingLimits {
  readonly total: number;
  /** 0 to `soonWithin` working days left, one by one. */
  readonly soon: readonly DueSoon[];
  /** More working days left than that. */
  readonly later: readonly LengthBand[];
}

/**
 * The limits of a measure that had not settled by the end of K: its rows stand as missed on the day after due, and are
 * counted as that only from then on (contract: measures, "Limit measures").
 *
 * @param question of a measure of kind `limit`; its periods play no part
 */
export function pendingLimits(question: Question, holdings: Holdings): PendingLimits {
  const { asOf } = question;
  const { calendar } = holdings;
  const left = new Map<number, number>();
  let total = 0;
  visitRows(question, holdings, asOf + 1, calendar.to + 1, (dayAfterDue, x, count) => {
    if (x !== no) return;
    const days = calendar.workingDaysBetween(asOf, dayAfterDue - 1) ?? Infinity;
    left.set(days, (left.get(days) ?? 0) + count);
    total += count;
  });
  return {
    total,
    soon: Array.from({ length: soonWithin + 1 }, (_, days) => ({
      left: days,
      due: calendar.addWorkingDays(asOf, days) ?? asOf,
      count: left.get(days) ?? 0,
    })),
    later: countedByBand(
      [...left].filter(([days]) => days > soonWithin),
      [soonWithin, ...lastsOfLater],
    ).slice(1),
  };
}
