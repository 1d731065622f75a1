import type { Day } from '../calendars/local-date.calendar.js';
import { periodOf, periodsOverlapping, type Grain, type Period } from '../calendars/period.calendar.js';
import type { Measure } from '../measures/measure.measure.js';

/**
 * The periods of one closed system. Leaves are the shortest that are broken down: months of a financial year, within
 * quarters, within the year; of a survey the year; of a stock one date. Days and weeks are there for the whole only.
 */
export interface TimeTree {
  /** By code within the system: leaves first. */
  readonly periods: readonly Period[];
  readonly leaves: number;
  /** The periods that a leaf lies in, itself among them. */
  readonly above: readonly (readonly number[])[];
  /** The leaves of a period. */
  readonly below: readonly (readonly number[])[];
  /** How much is lost with a period's figure. */
  readonly weights: readonly number[];
  /** Days from that of the first week's beginning to that of the last one's end; none where days are not counted. */
  readonly days: readonly Period[];
  readonly weeks: readonly Period[];
  /** The leaf of a day; -1 where it lies in another year. */
  readonly leafOfDay: readonly number[];
  readonly weekOfDay: readonly number[];
}

const noDays = { days: [], weeks: [], leafOfDay: [], weekOfDay: [] };

/** The periods of a measure's system that are worked out together with a financial year. */
export function treeOfYear({ grains }: Measure, year: Period): TimeTree {
  const within = (grain: Grain): readonly Period[] => periodsOverlapping(grain, year.start, year.end);
  if (grains !== undefined && !grains.includes('month')) return treeOf([year], [], [1]);
  const months = within('month');
  const weeks = within('week');
  const days = periodsOverlapping('day', weeks[0]?.start ?? year.start, weeks.at(-1)?.end ?? year.end);
  return {
    ...treeOf(months, [...within('quarter'), year], [1, 3, 9]),
    days,
    weeks,
    leafOfDay: days.map(({ start }) => months.findIndex((month) => contains(month, start))),
    weekOfDay: days.map((_, index) => Math.floor(index / 7)),
  };
}

/** The system of a stock at the end of one day. */
export function treeOfDate(date: Day): TimeTree {
  return treeOf([periodOf('day', date)], [], [1]);
}

function treeOf(leaves: readonly Period[], longer: readonly Period[], weights: readonly number[]): TimeTree {
  const periods = [...leaves, ...longer];
  const below = periods.map((period) => leaves.flatMap(({ start }, leaf) => (contains(period, start) ? [leaf] : [])));
  const above = leaves.map((_, leaf) => periods.flatMap((__, index) => (below[index]?.includes(leaf) ? [index] : [])));
  const heavier = (count: number): number => weights[count > 3 ? 2 : count > 1 ? 1 : 0] ?? 1;
  return {
    ...noDays,
    periods,
    leaves: leaves.length,
    above,
    below,
    weights: below.map(({ length }) => heavier(length)),
  };
}

function contains({ start, end }: Period, day: Day): boolean {
  return start <= day && day <= end;
}
