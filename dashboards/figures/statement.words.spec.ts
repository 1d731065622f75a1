import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../query-client/answers.fact.js';
import { statementOf } from './statement.words.js';
import { pointOf } from './story-point.story.js';
import { measureOf, observationOf, periodsFrom, proportionOf } from './story.testkit.js';

const payments = measureOf('payments-on-time', 'limit');
const ended = measureOf('redetermination-outcomes', 'shares');

function said(measure: typeof payments, given: Partial<Observation>, audience: string): string {
  const [year] = periodsFrom('year', '2025-04-01', 1);
  if (year === undefined) throw new Error('a year is missing');
  return statementOf(measure, pointOf(measure, { grain: 'year', audience }, observationOf(year, given)));
}

describe('what a rounded figure says', () => {
  it('is never that all were, for counts that look equal need not be', () => {
    const all = { ...proportionOf(200, 200), value: 1 };
    expect(said(payments, all, 'public')).toBe('100% of payments were made on time in 2025-26');
    expect(said(payments, all, 'staff')).toBe('All payments were made on time in 2025-26');
    const allowed = { value: 30, parts: { allowed: 30 } };
    expect(said(ended, allowed, 'public')).toBe('Most redeterminations that ended in 2025-26 were allowed');
    expect(said(ended, allowed, 'staff')).toBe('All redeterminations that ended in 2025-26 were allowed');
  });

  it('is that none were only where there was none, whatever its whole per cent', () => {
    expect(said(payments, { ...proportionOf(5, 2_000), value: 0 }, 'public')).toBe(
      '1% of payments were made on time in 2025-26',
    );
    expect(said(payments, proportionOf(0, 2_000), 'public')).toBe('No payments were made on time in 2025-26');
    expect(said(payments, { ...proportionOf(1_995, 2_000), value: 1 }, 'public')).toBe(
      '99% of payments were made on time in 2025-26',
    );
  });
});
