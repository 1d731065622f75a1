import type { Check } from './check.fact.js';

/** What a check is about, how much it weighs, and what it says; what else belongs to it may follow. */
type Stated = Pick<Check, 'check' | 'weight' | 'says'> & Partial<Check>;

/** A check with `null` for every member that has no meaning for it. */
export function checkOf(stated: Stated): Check {
  return { frameworks: [], measure: null, feed: null, count: null, until: null, ...stated };
}

/** `1 fact`, `1,204 facts`: a number with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  const grouped = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped} ${count === 1 ? one : many}`;
}
