import type { Day } from '../calendars/local-date.calendar.js';
import type { Grain, Period } from '../calendars/period.calendar.js';
import { waiting, type Holdings } from '../measures/figures/question.measure.js';
import { tallyRows } from '../measures/figures/tallying.measure.js';
import { cubesOf, type Measure } from '../measures/measure.measure.js';
import { ABSENT, cellAt, GUESSED, SHOWN, type Branch, type CellSystem, type Plane } from './cell-system.fact.js';
import { countsIn, quantitiesOf } from './quantities.rule.js';
import type { TimeTree } from './time-tree.rule.js';

/** The dimension that all cubes of a measure have in common. */
export const trunk = 'benefit';

/** Counts a measure's system from the rows held. */
export function systemOf(measure: Measure, holdings: Holdings, asOf: Day, time: TimeTree): CellSystem {
  const system = emptySystem(measure, holdings, time);
  const leaves = time.periods.slice(0, time.leaves);
  const count = (by: readonly string[], grain: Grain, periods: readonly Period[], take: Take): void =>
    countInto(measure, holdings, asOf, { by, grain, periods }, take);

  count([trunk], 'month', leaves, (group, leaf, counts) => {
    add(system, system.benefit, group, leaf, 0, counts);
    add(system, system.whole, 0, leaf, 0, counts);
  });
  for (const { dimension, codes, alone, byBenefit } of system.branches) {
    count([trunk, dimension], 'month', leaves, (group, leaf, counts) => {
      add(system, byBenefit, group, leaf, 0, counts);
      add(system, alone, group % codes.length, leaf, 0, counts);
    });
  }
  if (measure.derivedDimensions !== undefined) countBands(system, count, leaves);
  count([], 'day', time.days, (_group, day, counts) => {
    addCounts(system, cellAt(system.day, 0, day, system), counts);
    addCounts(system, cellAt(system.week, 0, time.weekOfDay[day] ?? 0, system), counts);
  });
  return system;
}

/** A stock's open records by how long they wait: a further sort, known in the cube that has the channel. */
function countBands(system: CellSystem, count: Counting, leaves: readonly Period[]): void {
  const bands = waiting.codes.length;
  for (const { dimension, codes, alone, byBenefit } of system.branches.filter(seesWaiting)) {
    count([trunk, dimension, waiting.name], 'month', leaves, (group, leaf, counts) => {
      const [pair, quantity] = [Math.floor(group / bands), 1 + (group % bands)];
      const benefit = Math.floor(pair / codes.length);
      add(system, byBenefit, pair, leaf, quantity, counts);
      add(system, alone, pair % codes.length, leaf, quantity, counts);
      add(system, system.benefit, benefit, leaf, quantity, counts);
      add(system, system.whole, 0, leaf, quantity, counts);
    });
  }
}

type Take = (group: number, period: number, counts: readonly number[]) => void;
type Counting = (by: readonly string[], grain: Grain, periods: readonly Period[], take: Take) => void;

function countInto(
  measure: Measure,
  holdings: Holdings,
  asOf: Day,
  {
    by,
    grain,
    periods,
  }: { readonly by: readonly string[]; readonly grain: Grain; readonly periods: readonly Period[] },
  take: Take,
): void {
  const { tally, grouping } = tallyRows({ measure, grain, periods, by, filter: {}, asOf }, holdings);
  for (let period = 0; period < periods.length; period += 1) {
    for (let group = 0; group < grouping.size; group += 1) {
      const cell = period * grouping.size + group;
      if (tally.counts(cell)) take(group, period, countsIn(measure, tally.figure(cell)));
    }
  }
}

/** Adds to the cells of a leaf and of every period that it lies in. */
function add(
  system: CellSystem,
  plane: Plane,
  group: number,
  leaf: number,
  quantity: number,
  counts: readonly number[],
): void {
  for (const period of system.time.above[leaf] ?? []) {
    addCounts(system, cellAt(plane, group, period, system) + quantity, counts);
  }
}

function addCounts({ values }: CellSystem, cell: number, counts: readonly number[]): void {
  counts.forEach((count, quantity) => (values[cell + quantity] = (values[cell + quantity] ?? 0) + count));
}

function emptySystem(measure: Measure, { dimensions }: Holdings, time: TimeTree): CellSystem {
  const quantities = quantitiesOf(measure);
  const codesOf = (name: string): readonly string[] => dimensions.find((known) => known.name === name)?.codes ?? [];
  const benefits = codesOf(trunk);
  let cells = 0;
  const planeOf = (groups: number, periods: number): Plane => {
    const plane = { base: cells, groups, periods };
    cells += groups * periods * quantities.number;
    return plane;
  };
  const periods = time.periods.length;
  const whole = planeOf(1, periods);
  const benefit = planeOf(benefits.length, periods);
  const branches = cubesOf(measure)
    .flatMap((cube) => cube.filter((name) => name !== trunk && name !== waiting.name))
    .map((dimension): Branch => {
      const codes = codesOf(dimension);
      return {
        dimension,
        codes,
        alone: planeOf(codes.length, periods),
        byBenefit: planeOf(benefits.length * codes.length, periods),
      };
    });
  const day = planeOf(1, time.days.length);
  const week = planeOf(1, time.weeks.length);
  const sight = new Uint8Array(cells).fill(ABSENT);
  const weights = new Float64Array(cells);
  const system = { quantities, time, benefits, whole, benefit, branches, day, week, cells, sight, weights };
  const values = new Int32Array(cells);
  const made: CellSystem = { ...system, values };
  const hasBands = measure.derivedDimensions !== undefined;
  reveal(made, whole, 32, true);
  reveal(made, benefit, 8, true);
  for (const branch of branches) {
    reveal(made, branch.alone, 4, !hasBands || seesWaiting(branch));
    reveal(made, branch.byBenefit, 1, !hasBands || seesWaiting(branch));
  }
  reveal(made, day, 2, true);
  reveal(made, week, 4, true);
  return made;
}

function seesWaiting({ dimension }: Branch): boolean {
  return dimension === 'channel';
}

/** Says who sees the cells of a plane, and what each is worth. */
function reveal(system: CellSystem, plane: Plane, worth: number, seesSorts: boolean): void {
  const { quantities, sight, weights, time } = system;
  for (let group = 0; group < plane.groups; group += 1) {
    for (let period = 0; period < plane.periods; period += 1) {
      const cell = cellAt(plane, group, period, system);
      const weight = worth * (plane.periods === time.periods.length ? (time.weights[period] ?? 1) : 1);
      quantities.isShown.forEach((isShown, quantity) => {
        if (quantity > 0 && !seesSorts) return;
        sight[cell + quantity] = isShown ? SHOWN : GUESSED;
        weights[cell + quantity] = quantity === 0 ? 2 * weight : weight;
      });
    }
  }
}
