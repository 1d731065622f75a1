import type { Day } from '../../calendars/local-date.calendar.js';
import { spanWidth } from '../rows/row-table.measure.js';
import { groupingOf } from './cells.measure.js';
import type { Holdings, Question } from './question.measure.js';

/** Takes a row: `count` more of `x` on a day. */
export type RowVisit = (day: Day, x: number, count: number) => void;

/** Goes through the rows dated from `from` to `to` that were known by K and that the question's filter allows. */
export function visitRows(
  { filter, asOf, ...question }: Question,
  { tables, measureIndex, dimensions }: Holdings,
  from: Day,
  to: Day,
  visit: RowVisit,
): void {
  const { groupOf } = groupingOf({ ...question, filter, asOf, by: [] }, dimensions);
  for (const table of tables) {
    for (const { values, length } of table.spans(measureIndex, from, to)) {
      for (let row = 0; row < length; row += spanWidth) {
        const day = values[row + 1] ?? 0;
        if (day < from || day > to || (values[row + 2] ?? 0) > asOf || groupOf(values[row] ?? 0) < 0) continue;
        visit(day, values[row + 3] ?? 0, values[row + 4] ?? 0);
      }
    }
  }
}
