import { describe, expect, it } from '@jest/globals';
import type { FactData } from '../../events/fact-catalogue.fact.js';
import { fact, given, type Told } from '../measure.testkit.js';

const id = 'calls-answered';
const call = (when: string, data: Partial<FactData['call.ended']> = {}): Told =>
  fact('call.ended', when, { outcome: 'answered', waitSeconds: 30, ...data });

describe('calls answered', () => {
  const cases = given(call('2026-04-01', { benefit: 'ADP' }))
    .and(call('2026-04-02', { outcome: 'abandoned', benefit: 'ADP' }))
    .and(call('2026-04-30T22:59Z'));

  it('are answered ÷ all calls: 2 of 3', () => {
    expect(cases.ask(id, { from: '2026-04' })).toMatchObject([
      { value: 2 / 3, numerator: 2, denominator: 3, target: 0.9 },
    ]);
  });

  it('are broken down by benefit', () => {
    expect(cases.ask(id, { from: '2026-04', by: ['benefit'] })).toMatchObject([
      { dimensions: { benefit: 'ADP' }, numerator: 1, denominator: 2 },
      { dimensions: { benefit: 'not-recorded' }, numerator: 1, denominator: 1 },
    ]);
  });

  it('belong to the local date on which they ended: 23:30 UTC on 30 April is May', () => {
    expect(given(call('2026-04-30T23:30Z')).days(id)).toEqual(['2026-05-01: 1/1']);
  });

  it('count a call once, as it ended first', () => {
    expect(given(call('2026-04-02'), call('2026-04-01', { outcome: 'abandoned' })).days(id)).toEqual([
      '2026-04-01: 0/1',
    ]);
  });
});
