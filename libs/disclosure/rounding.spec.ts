import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lookOf, toNearestFive, toWholePercent } from './rounding.rule.js';

const seed = 5;
const counts = fc.nat(100_000);
const looks = { small: 5, tellsTwenty: false };

describe('rounding', () => {
  it('leaves nothing between 0 and 5, and keeps 0', () => {
    expect(toNearestFive(0)).toBe(0);
    fc.assert(
      fc.property(counts, (count) => toNearestFive(count) % 5 === 0),
      { seed },
    );
  });

  it('moves a count by 2 at most, keeps the order of counts, and does nothing a second time', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const rounded = toNearestFive(one);
        expect(Math.abs(rounded - one)).toBeLessThanOrEqual(2);
        expect(toNearestFive(rounded)).toBe(rounded);
        expect(Math.sign(toNearestFive(other) - rounded) * Math.sign(other - one)).toBeGreaterThanOrEqual(0);
      }),
      { seed },
    );
  });

  it('rounds proportions to whole per cents, and does nothing a second time', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (proportion) => {
        const rounded = toWholePercent(proportion);
        expect(Math.abs(rounded - proportion)).toBeLessThanOrEqual(0.005 + 1e-9);
        expect(toWholePercent(rounded)).toBe(rounded);
      }),
      { seed },
    );
  });

  it.each([
    [[0], 0],
    [[1, 2, 3, 4], 1],
    [[5, 6, 7], 5],
    [[18, 19, 20, 21, 22], 20],
  ])('counts %j look alike', (alike, look) => {
    expect(alike.map((count) => lookOf(count, looks))).toEqual(alike.map(() => look));
  });

  it('a median that is shown or not tells 19 from 20', () => {
    const telling = { ...looks, tellsTwenty: true };
    expect(lookOf(18, telling)).toBe(lookOf(19, telling));
    expect(lookOf(19, telling)).not.toBe(lookOf(20, telling));
    expect(lookOf(20, telling)).toBe(lookOf(22, telling));
  });
});
