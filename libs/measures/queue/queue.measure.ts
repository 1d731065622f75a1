import type { Day } from '../../calendars/local-date.calendar.js';
import { countedByBand, type LengthBand } from '../distribution/length-band.measure.js';
import { waiting, waitingBandOf, type Holdings, type Question } from '../figures/question.measure.js';
import { visitRows } from '../figures/row-visit.measure.js';
import { stillOpen } from '../measure.measure.js';
import { pendingLimits, type DueSoon } from './pending-limits.measure.js';

const lastsOfOverdue = [5, 20, 60];

/** How many have waited so long. */
export interface AgeBand {
  /** A code of the dimension `waiting`. */
  readonly waiting: string;
  readonly count: number;
}

/** The open applications at the end of a day. Every application is in one age, and in one place as to its limit. */
export interface Queue {
  /** The stock of the day. */
  readonly total: number;
  /** By working days since received. */
  readonly byAge: readonly AgeBand[];
  /** By working days left until the limit, which runs from the start. */
  readonly soon: readonly DueSoon[];
  readonly later: readonly LengthBand[];
  /** By working days since the last one in time. */
  readonly overdue: readonly LengthBand[];
  /** Whose limit does not run: not started, without a target, or with one beyond the holiday calendar. */
  readonly withoutLimit: number;
}

/** Where the rows are that tell of the queue. */
export interface QueueHoldings {
  readonly open: Holdings;
  readonly overdue: Holdings;
  readonly limits: Holdings;
}

/**
 * The queue at the end of K, read off the rows of `open-applications`, `overdue-applications` and `decisions-in-time`:
 * no case is looked at. What is open is overdue, or within its limit, or has none.
 *
 * A fact may be recorded up to five minutes before the moment it names. An application that names a moment after K's
 * midnight is not in the queue of K, though its limit is known: it is left out where most days are left. One that ends
 * in those minutes is in the queue, as one whose limit does not run any more.
 *
 * @param question of `open-applications`; its periods and `by` play no part
 */
export function queueOf(question: Question, { open, overdue, limits }: QueueHoldings): Queue {
  const { asOf } = question;
  const { calendar } = open;
  const ages = new Array<number>(waiting.codes.length).fill(0);
  let ahead = 0;
  visitRows(question, open, 0, calendar.to, (received, processed, count) => {
    if (received > asOf) ahead += processed === stillOpen ? count : 0;
    else if (processed > asOf) {
      const band = waitingBandOf(calendar.workingDaysBetween(received, asOf) ?? Infinity);
      ages[band] = (ages[band] ?? 0) + count;
    }
  });
  const byAge = ages.map((count, band) => ({ waiting: waiting.codes[band] ?? '', count }));
  const total = numberIn(byAge);
  const late = countedByBand(daysOverdue(question, overdue), lastsOfOverdue);
  const pending = pendingLimits(question, limits);
  const surplus = Math.min(ahead, numberIn(pending.later));
  return {
    total,
    byAge,
    soon: pending.soon,
    later: withoutTheLast(pending.later, surplus),
    overdue: late,
    withoutLimit: total - numberIn(late) - (pending.total - surplus),
  };
}

function numberIn(bands: readonly { readonly count: number }[]): number {
  return bands.reduce((sum, { count }) => sum + count, 0);
}

function daysOverdue(question: Question, holdings: Holdings): readonly (readonly [days: number, count: number])[] {
  const { asOf } = question;
  const since = new Map<Day, number>();
  visitRows(question, holdings, 0, asOf, (overdueFrom, processed, count) => {
    if (processed > asOf) since.set(overdueFrom, (since.get(overdueFrom) ?? 0) + count);
  });
  return [...since].map(([from, count]) => [holdings.calendar.workingDaysBetween(from - 1, asOf) ?? Infinity, count]);
}

/** Less so many, taken from the bands with most days left. */
function withoutTheLast(bands: readonly LengthBand[], surplus: number): readonly LengthBand[] {
  let left = surplus;
  return bands
    .toReversed()
    .map((band) => {
      const taken = Math.min(left, band.count);
      left -= taken;
      return { ...band, count: band.count - taken };
    })
    .toReversed();
}
