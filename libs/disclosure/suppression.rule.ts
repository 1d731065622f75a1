import { alternativeTo } from './alternative.rule.js';
import { SHOWN, type CellSystem } from './cell-system.fact.js';
import { lookOf, type Looks } from './rounding.rule.js';
import { Trial, type Alternative } from './trial.rule.js';

/** What is done with a cell. */
export type Treatment = 0 | 1 | 2 | 3;
export const ROUNDED: Treatment = 0;
/** Too small to be shown. */
export const SMALL: Treatment = 1;
/** Large enough, but would tell of one that is not. */
export const WITHHELD: Treatment = 2;
export const ZERO: Treatment = 3;

/** What is done with each cell of a system, and why nothing that is suppressed can be worked out. */
export interface Suppression {
  readonly treatments: Uint8Array;
  /** Possible worlds in which all that is shown looks the same; every suppressed cell counts otherwise in one of them. */
  readonly alternatives: readonly Alternative[];
}

/** Suppresses what is too small, and nothing else: an attacker can work out some of it. */
export function withoutSmall({ sight, values }: CellSystem, { small }: Looks): Uint8Array {
  const treatments = new Uint8Array(values.length);
  values.forEach((count, cell) => {
    treatments[cell] = count === 0 ? ZERO : sight[cell] === SHOWN && count < small ? SMALL : ROUNDED;
  });
  return treatments;
}

/**
 * Suppresses what is too small, and what else is needed so that it cannot be worked out from all that is shown. For every
 * suppressed cell another possible world is kept in which it counts otherwise and all that is shown looks the same; what
 * would look different there is suppressed as well, and has that world in common with it. To suppress more never takes
 * away such a world from another cell, so that going through the cells once is enough. Throws where the counts do not add
 * up, so that nothing can be told of what follows from them.
 */
export function suppressionOf(system: CellSystem, looks: Looks): Suppression {
  const { sight, values } = system;
  const treatments = withoutSmall(system, looks);
  const trial = new Trial(system, looks, treatments);
  const isSafe = new Uint8Array(system.cells);
  const alternatives: Alternative[] = [];
  for (let cell = system.cells - 1; cell >= 0; cell -= 1) {
    if (treatments[cell] !== SMALL || isSafe[cell] !== 0 || liesInAnotherYear(cell, system)) continue;
    const alternative = alternativeTo(cell, trial);
    if (alternative?.cells.includes(cell) !== true) throw new RangeError('counts that should add up do not');
    alternatives.push(alternative);
    alternative.cells.forEach((changed, index) => {
      isSafe[changed] = 1;
      if (sight[changed] !== SHOWN || treatments[changed] !== ROUNDED) return;
      const count = values[changed] ?? 0;
      const other = count + (alternative.by[index] ?? 0);
      if (lookOf(count, looks) !== lookOf(other, looks)) treatments[changed] = WITHHELD;
    });
  }
  return { treatments, alternatives };
}

/** Days before and after the year are there for their weeks only; they are decided about with their own year. */
function liesInAnotherYear(cell: number, { day, week, quantities, time, values }: CellSystem): boolean {
  if (cell < day.base) return false;
  if (cell < week.base) return time.leafOfDay[Math.floor((cell - day.base) / quantities.number)] === -1;
  const own = Math.floor((cell - week.base) / quantities.number);
  const quantity = (cell - week.base) % quantities.number;
  return !time.weekOfDay.some(
    (of, index) =>
      of === own && time.leafOfDay[index] !== -1 && (values[day.base + index * quantities.number + quantity] ?? 0) > 0,
  );
}
