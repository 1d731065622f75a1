import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { worstFirst } from './attention-order.rule.js';
import { INDICATOR_STATES, type IndicatorState } from '../commitments/indicator-state.rule.js';

const WORST_FIRST: readonly IndicatorState[] = [
  'off-target',
  'gone-quiet',
  'no-clear-change',
  'too-few',
  'on-target',
  'no-target',
  'gap',
];

describe('what is worst first', () => {
  it('loses nothing, never puts a better state before a worse one, and keeps the order within a state', () => {
    const states = fc.array(fc.constantFrom(...INDICATOR_STATES), { maxLength: 40 });
    fc.assert(
      fc.property(states, (given) => {
        const rows = given.map((state, place) => ({ state, place }));
        const ordered = worstFirst(rows);
        expect(new Set(ordered)).toEqual(new Set(rows));
        ordered.slice(1).forEach((row, index) => {
          const previous = ordered[index];
          if (previous === undefined) return;
          const difference = WORST_FIRST.indexOf(row.state) - WORST_FIRST.indexOf(previous.state);
          expect(difference > 0 || (difference === 0 && row.place > previous.place)).toBe(true);
        });
      }),
      { seed: 20260605 },
    );
  });

  it('knows a place for every state', () => {
    const ordered = worstFirst(INDICATOR_STATES.map((state) => ({ state })));
    expect(ordered.map(({ state }) => state)).toEqual(WORST_FIRST);
  });
});
