import { describe, it } from '@jest/globals';
import { figuresOfTheSample } from './sample-figures.testkit.js';
import { everyBreakdown, expectSumsEqualTheWhole } from './sums.testkit.js';

const grains = ['week', 'month', 'quarter', 'year'] as const;

describe('the parts of every breakdown sum to the whole', () => {
  const figures = figuresOfTheSample();
  const last = figures.recordDays.at(-1) ?? 0;

  it.each(grains)('at the end of the sample, by %s', (grain) => {
    for (const breakdown of everyBreakdown([grain])) expectSumsEqualTheWhole(figures, breakdown, last);
  });

  it('on every day on which something became known, each day for another breakdown', () => {
    const breakdowns = everyBreakdown(grains);
    figures.recordDays.forEach((day, place) => {
      const breakdown = breakdowns[place % breakdowns.length];
      if (breakdown !== undefined) expectSumsEqualTheWhole(figures, breakdown, day);
    });
  });

  it('by day, for one dimension', () => {
    for (const breakdown of everyBreakdown(['day'])) {
      if (breakdown.by.length === 1) expectSumsEqualTheWhole(figures, breakdown, last);
    }
  });
});
