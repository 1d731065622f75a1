import { describe, expect, it } from '@jest/globals';
import type { Surge } from '../register/calibration.schema.js';
import { day } from './plan.testkit.js';
import { daysIntoSurge, surgeMedian, surgeOfApplications } from './surge.rule.js';

const surge: Surge = {
  benefit: 'SCP',
  applications: 3,
  sigma: 0.2,
  medians: [
    { afterDays: 0, workingDays: 10 },
    { afterDays: 20, workingDays: 50 },
    { afterDays: 40, workingDays: 20 },
  ],
};

describe('a surge', () => {
  it.each([
    ['2023-11-01', 0],
    ['2024-10-31', 365],
    ['2025-10-31', 730],
    ['2025-11-01', 0],
    ['2026-02-01', 92],
  ])('on %s is %i days old', (date, days) => {
    expect(daysIntoSurge(day(date))).toBe(days);
  });

  it('is at its height on 14 November, and over by the middle of February', () => {
    expect([0, 12, 13, 59, 104, 105, 700].map((days) => surgeOfApplications(surge, days))).toEqual([
      1,
      1,
      3,
      2,
      expect.closeTo(1, 1),
      1,
      1,
    ]);
  });

  it('changes the median evenly between the days that are stated, and not after the last', () => {
    expect([0, 10, 20, 30, 39, 40, 400].map((days) => surgeMedian(surge, days))).toEqual([
      10,
      30,
      50,
      35,
      21.5,
      null,
      null,
    ]);
  });
});
