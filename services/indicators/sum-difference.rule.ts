import { formatDay } from '../../libs/calendars/local-date.calendar.js';
import type { Layout } from '../../libs/measures/layout.measure.js';
import { DifferenceTable } from '../../libs/measures/rows/difference-table.measure.js';
import type { Rows } from '../../libs/measures/rows/rows.measure.js';
import type { FiguresSum } from './figures-sum.service.js';

/**
 * Where two sums of one partition that must be equal are not, in words, `expected` being the truth; empty: they are equal.
 * Both are of one layout.
 */
export function differencesBetween(found: FiguresSum, expected: FiguresSum, layout: Layout): readonly string[] {
  return [
    ...differingCounts(found, expected),
    ...differingFeeds(found, expected),
    ...differingRows(found.rows, expected.rows, layout),
  ];
}

function differingCounts(found: FiguresSum, expected: FiguresSum): readonly string[] {
  const numbers = ({ through, counts }: FiguresSum): readonly (readonly [string, number])[] => [
    ['through', through],
    ['applied', counts.applied],
    ['duplicates', counts.duplicates],
    ['quarantined', counts.quarantined],
  ];
  const right = new Map(numbers(expected));
  return numbers(found).flatMap(([name, value]) =>
    right.get(name) === value ? [] : [`${name} is ${String(value)}, not ${String(right.get(name))}`],
  );
}

function differingFeeds(found: FiguresSum, expected: FiguresSum): readonly string[] {
  const facts = new Set([...Object.keys(found.feeds), ...Object.keys(expected.feeds)]);
  return [...facts].sort().flatMap((fact) => {
    const [one, other] = [found.feeds[fact], expected.feeds[fact]];
    const isEqual = one?.count === other?.count && one?.first === other?.first && one?.last === other?.last;
    return isEqual ? [] : [`${fact} was seen ${String(one?.count ?? 0)} times, not ${String(other?.count ?? 0)}`];
  });
}

/** By measure and month, in that order. */
function differingRows(found: Rows, expected: Rows, layout: Layout): readonly string[] {
  const table = new DifferenceTable();
  table.addRows(found);
  table.addRows({ ...expected, count: expected.count.map((count) => -count) });
  const { length, measure, day } = table.drain();
  const rowCounts = new Map<string, number>();
  for (let row = 0; row < length; row += 1) {
    const name = layout.measures[measure[row] ?? -1] ?? `measure ${String(measure[row])}`;
    const place = `${name} in ${formatDay(day[row] ?? 0).slice(0, 7)}`;
    rowCounts.set(place, (rowCounts.get(place) ?? 0) + 1);
  }
  return [...rowCounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, count]) => `${place}: sums that differ: ${String(count)}`);
}
