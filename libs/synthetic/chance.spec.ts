import { describe, expect, it } from '@jest/globals';
import { Chance } from './chance.rule.js';
import { choicesOf } from './choices.rule.js';

const many = 20_000;

function drawn(draw: (chance: Chance) => number): readonly number[] {
  const chance = new Chance(7, 'drawn');
  return Array.from({ length: many }, () => draw(chance));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('chance', () => {
  it('is decided by its seed', () => {
    const first = (...seed: readonly (number | string)[]): readonly number[] => {
      const chance = new Chance(...seed);
      return [chance.next(), chance.next()];
    };
    expect(first(7, 'claims', 20_000)).toEqual(first(7, 'claims', 20_000));
    const others = [first(8, 'claims', 20_000), first(7, 'calls', 20_000), first(7, 'claims', 20_001)];
    for (const other of others) expect(other).not.toEqual(first(7, 'claims', 20_000));
  });

  it('is even from 0 to 1', () => {
    const values = drawn((chance) => chance.next());
    expect(mean(values)).toBeCloseTo(0.5, 1);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(new Set(values.map((value) => Math.floor(value * 100))).size).toBe(100);
  });

  it('picks as often as the weights say, and never what weighs nothing', () => {
    const choices = choicesOf({ often: 3, never: 0, seldom: 1 });
    const picked = drawn((chance) => ['often', 'never', 'seldom'].indexOf(chance.pick(choices)));
    expect(picked.filter((index) => index === 0).length / many).toBeCloseTo(0.75, 1);
    expect(picked).not.toContain(1);
  });

  it('counts independent happenings around their mean, few or many', () => {
    expect(mean(drawn((chance) => chance.times(0)))).toBe(0);
    expect(mean(drawn((chance) => chance.times(0.4)))).toBeCloseTo(0.4, 1);
    expect(mean(drawn((chance) => chance.times(80))) / 80).toBeCloseTo(1, 1);
  });

  it('has the median and the mean that are asked for', () => {
    const lognormal = drawn((chance) => chance.lognormal(50, 0.4)).toSorted((a, b) => a - b);
    expect((lognormal[many / 2] ?? 0) / 50).toBeCloseTo(1, 1);
    expect(mean(drawn((chance) => chance.exponential(350))) / 350).toBeCloseTo(1, 1);
  });
});
