import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDay } from '../../libs/calendars/local-date.calendar.js';
import { periodOf } from '../../libs/calendars/period.calendar.js';
import { lastWholeMonth } from './last-whole-month.rule.js';

describe('the last whole month', () => {
  it('is over before K, and no longer provisional of a cohort; the next is not', () => {
    const cohorts = fc.record({ cohort: fc.boolean(), provisionalDays: fc.constantFrom(28, 90, 180) });
    fc.assert(
      fc.property(cohorts, fc.integer({ min: 17_532, max: 22_000 }), (measure, asOf) => {
        const month = lastWholeMonth(measure, asOf);
        const next = periodOf('month', month.end + 1);
        const fits = ({ end }: typeof month): boolean =>
          end < asOf && (!measure.cohort || asOf >= end + measure.provisionalDays);
        expect([fits(month), fits(next)]).toEqual([true, false]);
      }),
      { seed: 20260604 },
    );
  });

  it.each([
    ['2026-06-30', false, 28, '2026-05'],
    ['2026-07-01', false, 28, '2026-06'],
    ['2026-06-29', true, 90, '2026-03'],
    ['2026-06-28', true, 90, '2026-02'],
    ['2026-06-30', true, 180, '2025-12'],
    ['2026-06-29', true, 180, '2025-12'],
    ['2026-06-28', true, 180, '2025-11'],
  ])('as of %s, cohort %s of %d days: %s', (asOf, cohort, provisionalDays, code) => {
    expect(lastWholeMonth({ cohort, provisionalDays }, parseDay(asOf) ?? NaN).code).toBe(code);
  });
});
