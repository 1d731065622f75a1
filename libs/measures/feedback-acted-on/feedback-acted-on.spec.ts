import { describe, expect, it } from '@jest/globals';
import { fact, given, type Told } from '../measure.testkit.js';

const id = 'feedback-acted-on';
const rated = (when: string): Told => fact('feedback.given', when, { rating: 2, benefit: 'ADP', channel: 'phone' });
const actedOn = (when: string): Told => fact('feedback.acted-on', when, { action: 'explained' });

describe('feedback acted on', () => {
  it('is counted on the day the feedback was given, whenever it was acted on', () => {
    expect(given(rated('2026-04-01'), actedOn('2026-06-01')).days(id)).toEqual(['2026-04-01: 1/1']);
    expect(given(rated('2026-04-01'), actedOn('2026-04-01')).days(id)).toEqual(['2026-04-01: 1/1']);
    expect(given(rated('2026-04-01')).days(id)).toEqual(['2026-04-01: 0/1']);
  });

  it('is not what was done before it was given, unless the next thing came after', () => {
    expect(given(rated('2026-04-01'), actedOn('2026-03-31')).days(id)).toEqual(['2026-04-01: 0/1']);
    expect(given(rated('2026-04-01'), actedOn('2026-03-31'), actedOn('2026-04-02')).days(id)).toEqual([
      '2026-04-01: 1/1',
    ]);
  });

  it('waits for the feedback, and counts several actions once', () => {
    expect(given(actedOn('2026-04-02')).days(id)).toEqual([]);
    expect(given(rated('2026-04-01'), actedOn('2026-04-02'), actedOn('2026-04-03')).days(id)).toEqual([
      '2026-04-01: 1/1',
    ]);
  });

  it('is broken down as the feedback is, and provisional for 90 days', () => {
    const cases = given(rated('2026-04-30'), actedOn('2026-05-01'));
    expect(cases.ask(id, { from: '2026-04', by: ['benefit', 'channel'] })).toMatchObject([
      { dimensions: { benefit: 'ADP', channel: 'phone' }, value: 1 },
    ]);
    const status = (asOf: string): unknown => cases.ask(id, { from: '2026-04', asOf })[0]?.status;
    expect([status('2026-07-28'), status('2026-07-29')]).toEqual([['p'], []]);
  });
});
