import type { Day } from '../../calendars/local-date.calendar.js';
import { spanWidth } from '../rows/row-table.measure.js';
import { groupingOf, type Grouping } from './cells.measure.js';
import type { Tally } from './figure.measure.js';
import { waitingBandOf, type Holdings, type Question } from './question.measure.js';
import { tallyFor } from './tallies.measure.js';

/** All cells of a question: cell = index of the period × number of combinations + combination. */
export interface Tallied {
  readonly tally: Tally;
  readonly grouping: Grouping;
}

/** Goes through the rows that a question is about, once, and gathers them by cell. */
export function tallyRows(question: Question, holdings: Holdings): Tallied {
  const grouping = groupingOf(question, holdings.dimensions);
  const tally = tallyFor(question.measure, question.periods.length * grouping.size, question.asOf);
  if (question.periods.length > 0) {
    if (question.measure.kind === 'stock') tallyStock(question, holdings, grouping, tally);
    else tallyDated(question, holdings, grouping, tally);
  }
  return { tally, grouping };
}

/** Rows that count on their own day. */
function tallyDated({ periods, asOf }: Question, holdings: Holdings, grouping: Grouping, tally: Tally): void {
  const from = periods[0]?.start ?? 0;
  const to = periods.at(-1)?.end ?? 0;
  const periodAt = new Int32Array(to - from + 1);
  periods.forEach(({ start, end }, index) => periodAt.fill(index, start - from, end - from + 1));
  for (const table of holdings.tables) {
    for (const { values, length } of table.spans(holdings.measureIndex, from, to)) {
      for (let row = 0; row < length; row += spanWidth) {
        const day = values[row + 1] ?? 0;
        if (day < from || day > to || (values[row + 2] ?? 0) > asOf) continue;
        const group = grouping.groupOf(values[row] ?? 0);
        if (group < 0) continue;
        const cell = (periodAt[day - from] ?? 0) * grouping.size + group;
        tally.add(cell, day, values[row + 3] ?? 0, values[row + 4] ?? 0);
      }
    }
  }
}

/**
 * Rows that count at every date from their day until the one before they ended. A period is judged at its end, or at K
 * if that is earlier; one that begins after K has no date and stays empty.
 */
function tallyStock(question: Question, holdings: Holdings, grouping: Grouping, tally: Tally): void {
  const { asOf } = question;
  const dates = question.periods.filter(({ start }) => start <= asOf).map(({ end }) => Math.min(end, asOf));
  const last = dates.at(-1);
  if (last === undefined) return;
  for (const table of holdings.tables) {
    for (const { values, length } of table.spans(holdings.measureIndex, 0, last)) {
      for (let row = 0; row < length; row += spanWidth) {
        const day = values[row + 1] ?? 0;
        if ((values[row + 2] ?? 0) > asOf) continue;
        const group = grouping.groupOf(values[row] ?? 0);
        if (group < 0) continue;
        const ended = values[row + 3] ?? 0;
        const count = values[row + 4] ?? 0;
        for (let at = firstFrom(dates, day); at < dates.length; at += 1) {
          const date = dates[at] ?? 0;
          if (date >= ended) break;
          const place =
            grouping.groupWaiting === null
              ? group
              : grouping.groupWaiting(
                  group,
                  waitingBandOf(holdings.calendar.workingDaysBetween(day, date) ?? Infinity),
                );
          if (place >= 0) tally.add(at * grouping.size + place, date, ended, count);
        }
      }
    }
  }
}

/** Index of the first date that is not before a day. */
function firstFrom(dates: readonly Day[], day: Day): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
