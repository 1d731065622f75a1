import { cellAt, type CellSystem, type Plane } from './cell-system.fact.js';
import { offerExchanges } from './exchange.rule.js';
import { placeOf, type Place } from './places.rule.js';
import { opposite, type Shift } from './quantities.rule.js';
import { cheapestRelocation, daysOf, type Site } from './relocation.rule.js';
import { Search, WORTH_LOOKING_ON } from './search.rule.js';
import type { Alternative, Trial } from './trial.rule.js';

const PATIENCE = 120;

/**
 * The cheapest world found that gives a cell another count than it has. There always is one: a record more of a sort that
 * the cell has already. `null` only where the system contradicts itself.
 */
export function alternativeTo(cell: number, trial: Trial): Alternative | null {
  const { system } = trial;
  const place = placeOf(cell, system);
  const shifts = shiftsOf(cell, place, trial);
  const search = new Search(PATIENCE);
  for (const shift of shifts) {
    if (place.of === 'branch') offerInBranch(place, shift, trial, search);
    if (place.of === 'day' || place.of === 'week') offerInDays(place, shift, trial, search);
    if (search.isOver()) return search.best;
  }
  let best = search.best;
  if (best !== null && place.of !== 'benefit' && place.of !== 'whole') return best;
  for (const shift of shifts) {
    for (const site of sitesOf(place, system)) {
      best = cheapestRelocation(cell, site, shift, trial, best?.cost ?? Infinity) ?? best;
      if (best !== null && best.cost < WORTH_LOOKING_ON) return best;
    }
  }
  return best;
}

/** The shifts that change the count and leave some of it; first those after which it is still small. */
function shiftsOf(cell: number, { quantity: wanted }: Place, { system, looks }: Trial): readonly Shift[] {
  const count = system.values[cell] ?? 0;
  const after = (shift: Shift): number => count + (shift.find(({ quantity }) => quantity === wanted)?.by ?? 0);
  const usable = system.quantities.shifts.filter((shift) => after(shift) !== count && after(shift) > 0);
  const isStillSmall = (shift: Shift): boolean => after(shift) < looks.small;
  return [...usable.filter(isStillSmall), ...usable.filter((shift) => !isStillSmall(shift))];
}

function offerInBranch(place: Extract<Place, { of: 'branch' }>, shift: Shift, trial: Trial, search: Search): void {
  const { system } = trial;
  const { branch, code, period } = place;
  const isLeafOnly = period < system.time.leaves;
  for (const leaf of system.time.below[period] ?? []) {
    for (const benefit of place.benefit === null ? indexes(system.benefits) : [place.benefit]) {
      const cell = cellAt(branch.byBenefit, benefit * branch.codes.length + code, leaf, system);
      if (system.values[cell] === 0) continue;
      offerExchanges({ branch, benefit, code, leaf }, shift, trial, search, {
        overBenefits: place.benefit !== null,
        overLeaves: isLeafOnly,
      });
    }
  }
}

/** Two days of one leaf exchange a record: only they are changed, and their weeks. */
function offerInDays({ of, period }: Place, shift: Shift, trial: Trial, search: Search): void {
  const { system } = trial;
  for (const day of daysOfPlace(of, period, system)) {
    for (const other of daysOf(system.time.leafOfDay[day] ?? -1, system)) {
      if (search.isOver()) return;
      if (other === day || system.values[cellAt(system.day, 0, other, system)] === 0) continue;
      if (of === 'week' && system.time.weekOfDay[other] === period) continue;
      trial.begin().changeDay(day, shift).changeDay(other, opposite(shift));
      search.offer(trial);
    }
  }
}

/** Where a record of the cell may lie. */
function sitesOf(place: Place, system: CellSystem): readonly Site[] {
  const { time, benefit: plane } = system;
  const holding = (leaves: readonly number[], more: Partial<Site> = {}): readonly Site[] =>
    leaves.flatMap((leaf) =>
      indexes(system.benefits)
        .filter((benefit) => counts(system, plane, benefit, leaf, place.quantity))
        .map((benefit) => ({ benefit, leaf, ...more })),
    );
  switch (place.of) {
    case 'whole':
      return holding(time.below[place.period] ?? []);
    case 'benefit':
      return holding(time.below[place.period] ?? []).filter(({ benefit }) => benefit === place.benefit);
    case 'branch': {
      const { branch, code } = place;
      return holding(time.below[place.period] ?? [], { fixed: { branch, code } }).filter(
        ({ benefit, leaf }) =>
          (place.benefit === null || place.benefit === benefit) &&
          counts(system, branch.byBenefit, benefit * branch.codes.length + code, leaf, place.quantity),
      );
    }
    case 'day':
    case 'week':
      return daysOfPlace(place.of, place.period, system)
        .filter((day) => counts(system, system.day, 0, day, place.quantity))
        .flatMap((day) => holding([time.leafOfDay[day] ?? -1], { day }));
  }
}

function counts(system: CellSystem, plane: Plane, group: number, period: number, quantity: number): boolean {
  return (system.values[cellAt(plane, group, period, system) + quantity] ?? 0) > 0;
}

/** The days of a day or week that lie in the year. */
function daysOfPlace(of: Place['of'], period: number, { time }: CellSystem): readonly number[] {
  const days = of === 'day' ? [period] : time.weekOfDay.flatMap((week, day) => (week === period ? [day] : []));
  return days.filter((day) => (time.leafOfDay[day] ?? -1) >= 0);
}

function indexes(list: readonly unknown[]): readonly number[] {
  return list.map((_, index) => index);
}
