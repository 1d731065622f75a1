import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wilsonInterval } from './wilson.measure.js';

const parts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((denominator) =>
    fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }),
  );

/** The interval's bounds; the test fails where there is none. */
function bounds(numerator: number, denominator: number): { readonly low: number; readonly high: number } {
  const interval = wilsonInterval(numerator, denominator);
  if (interval === null) throw new Error(`no interval for ${numerator} of ${denominator}`);
  return interval;
}

describe("Wilson's interval", () => {
  it('lies within 0 and 1 and holds the proportion', () => {
    fc.assert(
      fc.property(parts, ({ numerator, denominator }) => {
        const { low, high } = bounds(numerator, denominator);
        const p = numerator / denominator;
        expect(0 <= low && low <= p && p <= high && high <= 1).toBe(true);
      }),
      { seed: 20260404 },
    );
  });

  it('of the opposite is the mirror image', () => {
    fc.assert(
      fc.property(parts, ({ numerator, denominator }) => {
        const { low, high } = bounds(numerator, denominator);
        const opposite = bounds(denominator - numerator, denominator);
        expect(opposite.low).toBeCloseTo(1 - high, 10);
        expect(opposite.high).toBeCloseTo(1 - low, 10);
      }),
      { seed: 20260405 },
    );
  });

  it('has the bounds that lie z standard errors from the proportion', () => {
    fc.assert(
      fc.property(parts, ({ numerator, denominator }) => {
        const { low, high } = bounds(numerator, denominator);
        for (const bound of [low, high]) {
          const distance = Math.abs(numerator / denominator - bound);
          expect(distance).toBeCloseTo(1.959964 * Math.sqrt((bound * (1 - bound)) / denominator), 6);
        }
      }),
      { seed: 20260406 },
    );
  });

  it.each([
    [73, 80, 0.83022, 0.95701],
    [0, 10, 0, 0.27753],
    [10, 10, 0.72247, 1],
    [1, 2, 0.09453, 0.90547],
  ])('of %d of %d is %d to %d', (numerator, denominator, low, high) => {
    const interval = wilsonInterval(numerator, denominator);
    expect(interval?.level).toBe(0.95);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('of nothing is none', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});
