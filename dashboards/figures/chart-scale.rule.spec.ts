import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaleFor } from './chart-scale.rule.js';
import { storyOf } from './figure.story.js';
import { askedAndAnswered, measureOf } from './story.testkit.js';

describe('the scale of a chart', () => {
  it('holds every value, interval, target and tick, and begins at 0 or says so', () => {
    fc.assert(
      fc.property(askedAndAnswered, ({ answer, about }) => {
        const { points, scale, notes } = storyOf(answer, about);
        const drawn = points.flatMap(({ value, interval, target }) => [value, interval?.low, interval?.high, target]);
        const ticks = scale.ticks.map(({ value }) => value);
        for (const number of [...drawn, ...ticks]) {
          if (typeof number !== 'number') continue;
          expect(number).toBeGreaterThanOrEqual(scale.low - 1e-9);
          expect(number).toBeLessThanOrEqual(scale.high + 1e-9);
        }
        expect(scale.high).toBeGreaterThan(scale.low);
        expect(new Set(scale.ticks.map(({ text }) => text)).size).toBe(ticks.length);
        expect(notes.some((note) => note.startsWith('The scale starts'))).toBe(scale.low > 0);
      }),
      { seed: 20261109, numRuns: 300 },
    );
  });

  it('of nothing still has a height', () => {
    expect(scaleFor(measureOf('decisions-made', 'count'), [], true)).toMatchObject({
      low: 0,
      high: 1,
      isFromZero: true,
    });
  });
});
