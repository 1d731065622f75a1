import { describe, it } from '@jest/globals';
import { figuresOfTheSample } from './sample-figures.testkit.js';
import { everyBreakdown, expectSumsEqualTheWhole } from './sums.testkit.js';

describe('the parts of every breakdown sum to the whole, as known on every day of the sample', () => {
  const figures = figuresOfTheSample();

  it.each(['month', 'quarter', 'year'] as const)('by %s, all breakdowns', (grain) => {
    for (const breakdown of everyBreakdown([grain])) {
      for (const day of figures.recordDays) expectSumsEqualTheWhole(figures, breakdown, day);
    }
  });

  it.each(['day', 'week'] as const)('by %s, each day for another breakdown', (grain) => {
    const breakdowns = everyBreakdown([grain]);
    figures.recordDays.forEach((day, place) => {
      const breakdown = breakdowns[place % breakdowns.length];
      if (breakdown !== undefined) expectSumsEqualTheWhole(figures, breakdown, day);
    });
  });
});
