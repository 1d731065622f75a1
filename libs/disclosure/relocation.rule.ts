import { cellAt, type Branch, type CellSystem } from './cell-system.fact.js';
import { leavesBeside, othersOf } from './exchange.rule.js';
import { opposite, type Shift } from './quantities.rule.js';
import { nothing, Search, together, WORTH_LOOKING_ON } from './search.rule.js';
import type { Alternative, Trial } from './trial.rule.js';

/** Where a record lies, as far as it is laid down: the rest is chosen. */
export interface Site {
  readonly benefit: number;
  readonly leaf: number;
  readonly day?: number;
  readonly fixed?: { readonly branch: Branch; readonly code: number };
}

const PATIENCE = 60;

/**
 * The cheapest world in which a record of a benefit and leaf is another, at another benefit or in another leaf; or is one
 * more, or one fewer, everywhere that it is counted. Every branch and the days are changed with it, each as cheaply as it
 * can be, so that the cell's own count is another. One more record at a site that has one already is always possible.
 */
export function cheapestRelocation(
  cell: number,
  site: Site,
  shift: Shift,
  trial: Trial,
  limit: number,
): Alternative | null {
  const { system } = trial;
  const { benefit, leaf } = site;
  const elsewhere: readonly (Site | null)[] = [
    null,
    ...othersOf(system.benefits.length, benefit).map((other) => ({ benefit: other, leaf })),
    ...leavesBeside(leaf, system).map((other) => ({ benefit, leaf: other })),
  ];
  const found: Alternative[] = [];
  for (const other of elsewhere) {
    if (other !== null && system.values[cellAt(system.benefit, other.benefit, other.leaf, system)] === 0) continue;
    const cheaper = relocation(site, other, shift, trial, found.at(-1)?.cost ?? limit);
    if (cheaper?.cells.includes(cell) !== true) continue;
    found.push(cheaper);
    if (cheaper.cost < WORTH_LOOKING_ON) break;
  }
  return found.at(-1) ?? null;
}

function relocation(site: Site, other: Site | null, shift: Shift, trial: Trial, limit: number): Alternative | null {
  const { system } = trial;
  const back = opposite(shift);
  trial.begin().change(system.benefit, site.benefit, site.leaf, shift).change(system.whole, 0, site.leaf, shift);
  if (other !== null) {
    trial.change(system.benefit, other.benefit, other.leaf, back).change(system.whole, 0, other.leaf, back);
  }
  let sum = trial.result(limit);
  for (const branch of system.branches) {
    if (sum === null) return null;
    const part = inBranch(branch, site, other, shift, trial);
    sum = part === null || sum.cost + part.cost >= limit ? null : together(sum, part);
  }
  if (sum === null || (other !== null && other.leaf === site.leaf)) return sum;
  const days = onDays(site, other, shift, trial);
  return days === null || sum.cost + days.cost >= limit ? null : together(sum, days);
}

/** Two sites of one code if that can be, or else of any two. */
function inBranch(branch: Branch, site: Site, other: Site | null, shift: Shift, trial: Trial): Alternative | null {
  const search = new Search(PATIENCE);
  const size = branch.codes.length;
  const codes = site.fixed?.branch === branch ? [site.fixed.code] : Array.from({ length: size }, (_, code) => code);
  const filled = codes.filter((code) => holds(branch, site, code, trial.system));
  for (const apart of [false, true]) {
    for (const code of filled) {
      const ends = other === null || !apart ? [code] : othersOf(size, code);
      for (const end of ends) {
        if (search.isOver()) return search.best;
        trial.begin().change(branch.byBenefit, site.benefit * size + code, site.leaf, shift);
        trial.change(branch.alone, code, site.leaf, shift);
        if (other !== null) {
          trial.change(branch.byBenefit, other.benefit * size + end, other.leaf, opposite(shift));
          trial.change(branch.alone, end, other.leaf, opposite(shift));
        }
        search.offer(trial);
      }
    }
    if (search.best !== null || other === null) break;
  }
  return search.best;
}

function holds(branch: Branch, { benefit, leaf }: Site, code: number, system: CellSystem): boolean {
  return (system.values[cellAt(branch.byBenefit, benefit * branch.codes.length + code, leaf, system)] ?? 0) > 0;
}

function onDays(site: Site, other: Site | null, shift: Shift, trial: Trial): Alternative | null {
  const { time } = trial.system;
  if (time.days.length === 0) return nothing;
  const search = new Search(PATIENCE);
  const days = site.day === undefined ? daysOf(site.leaf, trial.system) : [site.day];
  for (const day of days) {
    for (const end of other === null ? [null] : daysOf(other.leaf, trial.system)) {
      if (search.isOver()) return search.best;
      trial.begin().changeDay(day, shift);
      if (end !== null) trial.changeDay(end, opposite(shift));
      search.offer(trial);
    }
  }
  return search.best;
}

/** The days of a leaf. */
export function daysOf(leaf: number, { time }: CellSystem): readonly number[] {
  return time.leafOfDay.flatMap((of, day) => (of === leaf ? [day] : []));
}
