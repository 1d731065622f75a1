import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import { wilsonInterval } from '../../../libs/measures/figures/wilson.measure.js';
import { roundedStateAgainst, stateAgainst } from './indicator-state.rule.js';

type Figure = Parameters<typeof stateAgainst>[1];
type Aim = Exclude<Parameters<typeof stateAgainst>[0], null>;

function aim(op: Aim['op'], value: number, role: Aim['role'] = 'statutory'): Aim {
  return { op, value, role };
}

/** A proportion of so many. */
function proportion(numerator: number, denominator: number): Figure {
  const value = denominator === 0 ? null : numerator / denominator;
  return { value, denominator, interval: wilsonInterval(numerator, denominator), status: value === null ? ['z'] : [] };
}

/** A time or a mean of so many. */
function middle(value: number | null, denominator: number): Figure {
  return { value, denominator, interval: null, status: [] };
}

function count(value: number): Figure {
  return { value, denominator: null, interval: null, status: [] };
}

const share = fc.tuple(fc.nat(500), fc.nat(500)).map(([met, missed]) => proportion(met, met + missed));
const anyAim = fc.record({
  op: fc.constantFrom('gte', 'lte'),
  value: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  role: fc.constantFrom('statutory', 'agency'),
});

describe('the state of a proportion', () => {
  it('is on target only where the whole interval is within, off only where the whole is beyond', () => {
    fc.assert(
      fc.property(anyAim, share, (objective, figure) => {
        const state = stateAgainst(objective, figure);
        const { low, high } = figure.interval ?? { low: NaN, high: NaN };
        const [worst, best] = objective.op === 'gte' ? [low, high] : [-high, -low];
        const line = objective.op === 'gte' ? objective.value : -objective.value;
        if (state === 'on-target') expect(worst).toBeGreaterThanOrEqual(line);
        if (state === 'off-target') expect(best).toBeLessThan(line);
        if (state === 'no-clear-change') expect(worst < line && best >= line).toBe(true);
        expect(state === 'too-few').toBe((figure.denominator ?? 0) < 20);
      }),
      { seed: 20260601 },
    );
  });

  it('turns round when the wish is turned round', () => {
    const turned = { 'on-target': 'off-target', 'off-target': 'on-target' } as const;
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), share, (value, figure) => {
        fc.pre(value !== figure.interval?.low && value !== figure.interval?.high);
        const state = stateAgainst(aim('gte', value), figure);
        const expected = state === 'on-target' || state === 'off-target' ? turned[state] : state;
        expect(stateAgainst(aim('lte', value), figure)).toBe(expected);
      }),
      { seed: 20260602 },
    );
  });
});

describe('an objective of all', () => {
  it('is met only if nothing was missed, however few there were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(5), (met, missed) => {
        const state = missed === 0 ? 'on-target' : 'off-target';
        expect(stateAgainst(aim('gte', 1), proportion(met, met + missed))).toBe(state);
        expect(stateAgainst(aim('lte', 0), proportion(missed, met + missed))).toBe(state);
      }),
      { seed: 20260603 },
    );
  });

  it('cannot be judged on nothing', () => {
    expect(stateAgainst(aim('gte', 1), proportion(0, 0))).toBe('too-few');
  });
});

describe('the state', () => {
  it.each<readonly [string, Aim | null, Figure, string]>([
    ['without an objective', null, proportion(99, 100), 'no-target'],
    ['against an assumption', aim('gte', 0.9, 'assumption'), proportion(10, 100), 'no-target'],
    ['of what is clearly above', aim('gte', 0.9, 'agency'), proportion(990, 1000), 'on-target'],
    ['of what is clearly below', aim('gte', 0.9), proportion(80, 100), 'off-target'],
    ['of what could be either', aim('gte', 0.9), proportion(92, 100), 'no-clear-change'],
    ['of 19', aim('gte', 0.5), proportion(19, 19), 'too-few'],
    ['of 20', aim('gte', 0.5), proportion(20, 20), 'on-target'],
    ['of nothing', aim('gte', 0.5), proportion(0, 0), 'too-few'],
    ['of a time at the line', aim('lte', 20), middle(20, 20), 'on-target'],
    ['of a time beyond the line', aim('lte', 20), middle(20.5, 20), 'off-target'],
    ['of the time of 19', aim('lte', 20), middle(1, 19), 'too-few'],
    ['of no time', aim('lte', 20), middle(null, 0), 'too-few'],
    ['of a mean of 1, which is no proportion of all', aim('gte', 1), middle(1.5, 30), 'on-target'],
    ['of a count', aim('gte', 100), count(99), 'off-target'],
    ['of a small count', aim('lte', 100), count(19), 'too-few'],
    ['of an empty count', aim('lte', 0), count(0), 'too-few'],
  ])('%s', (_, objective, figure, state) => {
    expect(stateAgainst(objective, figure)).toBe(state);
  });

  it('of a figure that is not available is a gap, unless nothing is aimed at', () => {
    const status: Observation['status'] = ['x', 'p'];
    const figure = { value: null, denominator: null, interval: null, status };
    expect([stateAgainst(aim('gte', 1), figure), stateAgainst(null, figure)]).toEqual(['gap', 'no-target']);
  });
});

describe('the state of rounded counts', () => {
  const toFive = (exact: number): number => Math.round(exact / 5) * 5;
  const rounded = (of: number, all: number): Figure => proportion(toFive(of), toFive(all));

  it('never says that an objective of all was met, whatever was missed', () => {
    const all = fc.integer({ min: 20, max: 5000 });
    const counts = all.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([of, n]) => {
        const state = roundedStateAgainst(aim('gte', 1), rounded(of, n));
        expect(state).toBe(toFive(of) === toFive(n) ? 'no-clear-change' : 'off-target');
        if (of === n) expect(state).not.toBe('off-target');
      }),
      { seed: 9 },
    );
  });

  it.each<readonly [Aim | null, Figure, string]>([
    [aim('gte', 0.9), proportion(990, 1000), 'on-target'],
    [aim('lte', 0), proportion(0, 100), 'on-target'],
    [aim('gte', 1), middle(1.5, 30), 'on-target'],
    [null, proportion(10, 10), 'no-target'],
  ])('is otherwise as of exact ones: %#', (objective, figure, state) => {
    expect([roundedStateAgainst(objective, figure), stateAgainst(objective, figure)]).toEqual([state, state]);
  });
});
