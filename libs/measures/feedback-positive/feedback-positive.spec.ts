import { describe, expect, it } from '@jest/globals';
import type { FactData } from '../../events/fact-catalogue.fact.js';
import { fact, given, type Told } from '../measure.testkit.js';

const id = 'feedback-positive';
const rated = (
  rating: 1 | 2 | 3 | 4 | 5,
  when = '2026-04-01',
  data: Omit<FactData['feedback.given'], 'rating'> = {},
): Told => fact('feedback.given', when, { rating, ...data });

describe('positive feedback', () => {
  it('is rated 4 or 5: 2 of one rating each from 1 to 5', () => {
    const cases = given(rated(1)).and(rated(2)).and(rated(3)).and(rated(4)).and(rated(5));
    expect(cases.ask(id, { from: '2026-04' })).toMatchObject([{ value: 0.4, numerator: 2, denominator: 5 }]);
  });

  it.each([
    [3, '0/1'],
    [4, '1/1'],
  ] as const)('of %d is %s', (rating, expected) => {
    expect(given(rated(rating)).days(id)).toEqual([`2026-04-01: ${expected}`]);
  });

  it('belongs to its local date, and counts once, as given first', () => {
    expect(given(rated(5, '2026-06-30T23:30Z')).days(id)).toEqual(['2026-07-01: 1/1']);
    expect(given(rated(5, '2026-04-02'), rated(1, '2026-04-01')).days(id)).toEqual(['2026-04-01: 0/1']);
  });

  it('is broken down by benefit and channel', () => {
    const cases = given(rated(5, '2026-04-01', { benefit: 'ADP', channel: 'phone' })).and(rated(1));
    expect(cases.ask(id, { from: '2026-04', by: ['benefit', 'channel'] })).toMatchObject([
      { dimensions: { benefit: 'ADP', channel: 'phone' }, value: 1 },
      { dimensions: { benefit: 'not-recorded', channel: 'not-recorded' }, value: 0 },
    ]);
  });
});
