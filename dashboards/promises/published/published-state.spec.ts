import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { proportionOf } from '../../figures/story.testkit.js';
import type { Mark } from '../../query-client/answers.fact.js';
import { publishedState } from './published-state.rule.js';

const SEED = 20_261_124;

type Figure = Parameters<typeof publishedState>[1];

const all = { op: 'gte', value: 1, role: 'statutory' } as const;
const most = { op: 'gte', value: 0.9, role: 'agency' } as const;
const none = { op: 'lte', value: 0, role: 'agency' } as const;
const atMostFive = { op: 'lte', value: 300, role: 'agency' } as const;

function figureOf(given: object): Figure {
  return { value: null, numerator: null, denominator: null, interval: null, status: [], ...given };
}

/** A share as it is published, of counts that are multiples of 5. */
const anyShare = fc.nat(400).chain((fives) => fc.nat(fives).map((part) => figureOf(proportionOf(5 * part, 5 * fives))));

describe('the state of a published figure', () => {
  it('is never that all was as it should be: rounded counts cannot show it', () => {
    fc.assert(
      fc.property(anyShare, (figure) => {
        const equal = figure.numerator === figure.denominator;
        expect(publishedState(all, figure)).toBe(figure.denominator === 0 ? 'too-few' : equal ? null : 'off-target');
      }),
      { seed: SEED },
    );
  });

  it('is on or off target only where the whole interval is', () => {
    fc.assert(
      fc.property(anyShare, (figure) => {
        const state = publishedState(most, figure);
        if (state === 'on-target') expect(figure.interval?.low).toBeGreaterThanOrEqual(0.9);
        if (state === 'off-target') expect(figure.interval?.high).toBeLessThan(0.9);
        if ((figure.denominator ?? 0) < 20) expect(state).toBe('too-few');
      }),
      { seed: SEED },
    );
  });

  it.each([
    ['no objective', null, figureOf(proportionOf(50, 100)), 'no-target'],
    [
      'a value for demonstration',
      { ...most, role: 'assumption' as const },
      figureOf(proportionOf(50, 100)),
      'no-target',
    ],
    ['what is not available', most, figureOf({ status: ['x'] satisfies Mark[] }), 'gap'],
    ['what is held back', most, figureOf({ denominator: 100, status: ['c'] satisfies Mark[] }), null],
    ['nothing to count', most, figureOf({ denominator: 0, status: ['z'] satisfies Mark[] }), 'too-few'],
    ['an interval on both sides', most, figureOf(proportionOf(90, 100)), 'no-clear-change'],
    ['none, where none may be', none, figureOf(proportionOf(0, 100)), 'on-target'],
    ['some, where none may be', none, figureOf(proportionOf(5, 100)), 'off-target'],
    ['a wait that is short enough', atMostFive, figureOf({ value: 300, denominator: 100 }), 'on-target'],
    ['a wait that is too long', atMostFive, figureOf({ value: 301, denominator: 100 }), 'off-target'],
  ] as const)('of %s', (_, aim, figure, state) => {
    expect(publishedState(aim, figure)).toBe(state);
  });
});
