import type { IndicatorState } from '../commitments/indicator-state.rule.js';

/** Places by how soon something has to be looked at. */
const PLACES: Readonly<Record<IndicatorState, number>> = {
  'off-target': 0,
  'gone-quiet': 1,
  'no-clear-change': 2,
  'too-few': 3,
  'on-target': 4,
  'no-target': 5,
  gap: 6,
};

/** What is worst first; within a state in the order given. */
export function worstFirst<Row extends { readonly state: IndicatorState }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => PLACES[a.state] - PLACES[b.state]);
}
