import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDay } from '../../../libs/calendars/local-date.calendar.js';
import { periodOf } from '../../../libs/calendars/period.calendar.js';
import { headingGrainOf, lastWholePeriod } from './last-whole-period.rule.js';

describe('the last whole period', () => {
  it('is over before K, and no longer provisional of a cohort; the next is not', () => {
    const cohorts = fc.record(
      { cohort: fc.boolean(), provisionalDays: fc.constantFrom(28, 90, 180), grains: fc.constant(['year'] as const) },
      { requiredKeys: ['cohort', 'provisionalDays'] },
    );
    fc.assert(
      fc.property(cohorts, fc.integer({ min: 17_532, max: 22_000 }), (measure, asOf) => {
        const last = lastWholePeriod(measure, asOf);
        const next = periodOf(headingGrainOf(measure), last.end + 1);
        const fits = ({ end }: typeof last): boolean =>
          end < asOf && (!measure.cohort || asOf >= end + measure.provisionalDays);
        expect([fits(last), fits(next)]).toEqual([true, false]);
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
    expect(lastWholePeriod({ cohort, provisionalDays }, parseDay(asOf) ?? NaN).code).toBe(code);
  });
  it('is a year of what has no figures by month', () => {
    const survey = { cohort: false, provisionalDays: 28, grains: ['year'] } as const;
    expect(lastWholePeriod(survey, parseDay('2026-03-31') ?? NaN).code).toBe('2024-25');
    expect(lastWholePeriod(survey, parseDay('2026-04-01') ?? NaN).code).toBe('2025-26');
  });
});
