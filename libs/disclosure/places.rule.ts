import type { Branch, CellSystem, Plane } from './cell-system.fact.js';

/** Where a cell lies: a plane, a group of codes, a period (a day or week in theirs) and a quantity. */
export type Place =
  | { readonly of: 'whole'; readonly period: number; readonly quantity: number }
  | { readonly of: 'benefit'; readonly benefit: number; readonly period: number; readonly quantity: number }
  | {
      readonly of: 'branch';
      readonly branch: Branch;
      /** `null`: over all benefits. */
      readonly benefit: number | null;
      readonly code: number;
      readonly period: number;
      readonly quantity: number;
    }
  | { readonly of: 'day' | 'week'; readonly period: number; readonly quantity: number };

/** Finds where the cell of a number lies. */
export function placeOf(cell: number, system: CellSystem): Place {
  const { quantities, whole, benefit, branches, day, week } = system;
  const within = (plane: Plane): { group: number; period: number; quantity: number } | null => {
    const offset = cell - plane.base;
    const size = plane.groups * plane.periods * quantities.number;
    if (offset < 0 || offset >= size) return null;
    const place = Math.floor(offset / quantities.number);
    return {
      group: Math.floor(place / plane.periods),
      period: place % plane.periods,
      quantity: offset % quantities.number,
    };
  };
  const inWhole = within(whole);
  if (inWhole !== null) return { of: 'whole', ...inWhole };
  const inBenefit = within(benefit);
  if (inBenefit !== null) return { of: 'benefit', benefit: inBenefit.group, ...inBenefit };
  for (const branch of branches) {
    const alone = within(branch.alone);
    if (alone !== null) return { of: 'branch', branch, benefit: null, code: alone.group, ...alone };
    const both = within(branch.byBenefit);
    if (both === null) continue;
    const size = branch.codes.length;
    return { of: 'branch', branch, benefit: Math.floor(both.group / size), code: both.group % size, ...both };
  }
  const inDay = within(day);
  if (inDay !== null) return { of: 'day', ...inDay };
  const inWeek = within(week);
  if (inWeek !== null) return { of: 'week', ...inWeek };
  throw new RangeError(`there is no cell ${cell}`);
}
