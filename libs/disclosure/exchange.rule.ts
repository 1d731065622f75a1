import { cellAt, type Branch, type CellSystem } from './cell-system.fact.js';
import { opposite, type Shift } from './quantities.rule.js';
import type { Search } from './search.rule.js';
import type { Trial } from './trial.rule.js';

/** One code of a branch at one benefit and leaf. */
export interface Spot {
  readonly branch: Branch;
  readonly benefit: number;
  readonly code: number;
  readonly leaf: number;
}

/**
 * Worlds in which records of one branch are elsewhere while the benefits' figures stay as they are, so that no other
 * branch notices: at one benefit two codes exchange a record; two benefits do so the opposite way round, so that the codes'
 * own figures stay too; or two leaves of the next longer period do, so that only figures of leaves change.
 */
export function offerExchanges(
  spot: Spot,
  shift: Shift,
  trial: Trial,
  search: Search,
  { overBenefits, overLeaves }: { readonly overBenefits: boolean; readonly overLeaves: boolean },
): void {
  const { system } = trial;
  const back = opposite(shift);
  for (const code of othersOf(spot.branch.codes.length, spot.code)) {
    if (search.isOver()) return;
    const other = { ...spot, code };
    if (isEmpty(other, system)) continue;
    move(trial.begin(), spot, shift);
    move(trial, other, back);
    search.offer(trial);
    for (const leaf of overLeaves ? leavesBeside(spot.leaf, system) : []) {
      offerSquare(spot, other, { leaf }, shift, trial, search);
    }
    for (const benefit of overBenefits ? othersOf(system.benefits.length, spot.benefit) : []) {
      if (search.isOver()) return;
      offerSquare(spot, other, { benefit }, shift, trial, search);
    }
  }
}

function offerSquare(
  spot: Spot,
  other: Spot,
  beside: Partial<Pick<Spot, 'benefit' | 'leaf'>>,
  shift: Shift,
  trial: Trial,
  search: Search,
): void {
  const { system } = trial;
  const [third, fourth] = [
    { ...spot, ...beside },
    { ...other, ...beside },
  ];
  if (isEmpty(third, system) || isEmpty(fourth, system)) return;
  move(trial.begin(), spot, shift);
  move(trial, other, opposite(shift));
  move(trial, third, opposite(shift));
  move(trial, fourth, shift);
  search.offer(trial);
}

function move(trial: Trial, { branch, benefit, code, leaf }: Spot, shift: Shift): void {
  trial
    .change(branch.byBenefit, benefit * branch.codes.length + code, leaf, shift)
    .change(branch.alone, code, leaf, shift);
}

/** Whether no record lies at the spot. */
export function isEmpty({ branch, benefit, code, leaf }: Spot, system: CellSystem): boolean {
  return system.values[cellAt(branch.byBenefit, benefit * branch.codes.length + code, leaf, system)] === 0;
}

/** The other leaves of the next longer period. */
export function leavesBeside(leaf: number, { time }: CellSystem): readonly number[] {
  const longer = (time.above[leaf] ?? []).find((period) => period !== leaf);
  return longer === undefined ? [] : (time.below[longer] ?? []).filter((other) => other !== leaf);
}

/** Numbers below a size but one, in order from that one on. */
export function othersOf(size: number, but: number): readonly number[] {
  return Array.from({ length: Math.max(0, size - 1) }, (_, step) => (but + 1 + step) % size);
}
