import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendar, day, holdingsOf, measureNamed, type WrittenRow } from '../measures/figures/holdings.testkit.js';
import { periodOf } from '../calendars/period.calendar.js';
import { formatDay } from '../calendars/local-date.calendar.js';
import { stillOpen, type Measure } from '../measures/measure.measure.js';
import { GUESSED, SHOWN, type CellSystem } from './cell-system.fact.js';
import { systemOf } from './counting.rule.js';
import { lookOf, type Looks } from './rounding.rule.js';
import { sumsThatFail } from './sums.testkit.js';
import { ROUNDED, SMALL, suppressionOf, WITHHELD, withoutSmall, ZERO } from './suppression.rule.js';
import type { Alternative } from './trial.rule.js';
import { treeOfDate, treeOfYear } from './time-tree.rule.js';

const seed = 8;
const asOf = day('2026-06-30');
const year = periodOf('year', day('2025-04-01'));
const ids = [
  'applications-received',
  'approval-rate',
  'redetermination-outcomes',
  'open-applications',
  'decision-time',
  'calls-answered',
];

/** Records of a measure: few codes and days, so that counts of every size occur. */
function rowsOf(measure: Measure): fc.Arbitrary<readonly WrittenRow[]> {
  const sorts = measure.kind === 'shares' ? 3 : measure.kind === 'time' ? 30 : measure.kind === 'count' ? 0 : 1;
  const codes = fc.record({
    benefit: fc.constantFrom('ADP', 'ADP', 'SCP', 'CDP'),
    channel: fc.constantFrom('online', 'online', 'phone'),
    localAuthority: fc.constantFrom('S12000033', 'S12000033', 'S12000036', 'S12000034'),
  });
  return fc.array(
    fc.record({
      on: fc.integer({ min: 0, max: 190 }).map((after) => formatDay(year.start + 3 * after)),
      x: fc.nat(sorts).map((x) => (measure.kind === 'stock' ? stillOpen - x : x)),
      known: fc.constant('2026-06-01'),
      count: fc.integer({ min: 1, max: 4 }),
      at: codes,
    }),
    { minLength: 5, maxLength: 60 },
  );
}

function systemFrom(measure: Measure, rows: readonly WrittenRow[]): { system: CellSystem; looks: Looks } {
  const time = measure.kind === 'stock' ? treeOfDate(asOf) : treeOfYear(measure, year);
  const system = systemOf(measure, { ...holdingsOf(measure, rows), calendar }, asOf, time);
  return { system, looks: { small: 5, tellsTwenty: measure.kind === 'time' } };
}

describe.each(ids)('suppression of %s', (id) => {
  const measure = measureNamed(id);
  const check = (violations: (system: CellSystem, looks: Looks) => readonly unknown[]): void =>
    fc.assert(
      fc.property(rowsOf(measure), (rows) => {
        const { system, looks } = systemFrom(measure, rows);
        expect(violations(system, looks)).toEqual([]);
      }),
      { seed, numRuns: 3 },
    );

  it('starts from counts that add up', () => {
    check((system) => sumsThatFail(system, (cell) => system.values[cell] ?? 0));
  });

  it('keeps for every suppressed cell a possible world that looks the same and counts it otherwise', () => {
    check((system, looks) => {
      const { treatments, alternatives } = suppressionOf(system, looks);
      const isSafe = new Set(alternatives.flatMap(({ cells }) => cells));
      const isOwn = (cell: number): boolean => cell < system.day.base || system.time.days.length === 0;
      const open = [...treatments.keys()].filter(
        (cell) => isSuppressed(treatments[cell]) && isOwn(cell) && !isSafe.has(cell),
      );
      return [...open, ...alternatives.flatMap((world) => impossibleIn(world, system, looks, treatments))];
    });
  });

  it('whose sums come out as well', () => {
    check((system, looks) => {
      // Worlds weighted by numbers that no chance makes cancel out: if one did not add up, neither would all.
      const changes = new Map<number, number>();
      suppressionOf(system, looks).alternatives.forEach(({ cells, by }, world) =>
        cells.forEach((cell, index) =>
          changes.set(cell, (changes.get(cell) ?? 0) + (1 + ((world * 7_919) % 10_007)) * (by[index] ?? 0)),
        ),
      );
      return sumsThatFail(system, (cell) => changes.get(cell) ?? 0);
    });
  });

  it('shows every 0 and no small count, and is the same each time', () => {
    check((system, looks) => {
      const { treatments } = suppressionOf(system, looks);
      expect(suppressionOf(system, looks).treatments).toEqual(treatments);
      return [...treatments.keys()].filter((cell) => {
        const count = system.values[cell] ?? 0;
        if (system.sight[cell] !== SHOWN) return false;
        if (count === 0) return treatments[cell] !== ZERO;
        return treatments[cell] === ZERO || (count < looks.small && treatments[cell] !== SMALL);
      });
    });
  });
});

function isSuppressed(treatment: number | undefined): boolean {
  return treatment === SMALL || treatment === WITHHELD;
}

/** Cells of another world that could not be as they are, or would be seen to be different. */
function impossibleIn(world: Alternative, system: CellSystem, looks: Looks, treatments: Uint8Array): readonly number[] {
  return world.cells.filter((cell, index) => {
    const count = system.values[cell] ?? 0;
    const other = count + (world.by[index] ?? 0);
    if (system.sight[cell] === GUESSED) return other < 0;
    if (system.sight[cell] !== SHOWN) return false;
    if (treatments[cell] === ROUNDED) return lookOf(other, looks) !== lookOf(count, looks);
    return treatments[cell] === ZERO || other < 1;
  });
}

describe('a total at the edge of its rounding', () => {
  /** Seven claims, each on a day of its own: the month tells 5, so at most 7, and seven days have at least one each. */
  const rows = Array.from({ length: 7 }, (_, index) => ({ on: `2025-04-0${index + 1}`, x: 0 }));
  const { system, looks } = systemFrom(measureNamed('applications-received'), rows);

  it('would tell that each of its days has one', () => {
    expect(withoutSmall(system, looks)[system.whole.base]).toBe(ROUNDED);
  });

  it('is suppressed with them', () => {
    expect(suppressionOf(system, looks).treatments[system.whole.base]).toBe(WITHHELD);
  });
});
