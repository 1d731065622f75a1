import { describe, expect, it } from '@jest/globals';
import { fact, given } from '../measure.testkit.js';

const id = 'complaints-received';

describe('complaints received', () => {
  const cases = given(fact('complaint.received', '2026-04-01', { stage: 1, reason: 'decision', benefit: 'ADP' }))
    .and(fact('complaint.received', '2026-04-02', { stage: 2, reason: 'decision', channel: 'phone' }))
    .and(fact('complaint.received', '2026-06-30T23:30Z', { stage: 1, reason: 'policy', benefit: 'ADP' }));

  it('are counted on their local date, at whatever stage: 23:30 UTC on 30 June is July', () => {
    expect(cases.values(id, { from: '2026-04', to: '2026-07' })).toEqual([2, 0, 0, 1]);
  });

  it.each([
    ['benefit', { ADP: 2, 'not-recorded': 1 }],
    ['channel', { 'not-recorded': 2, phone: 1 }],
    ['reason', { decision: 2, policy: 1 }],
  ])('are broken down by %s', (dimension, expected) => {
    const rows = cases.ask(id, { from: '2026-27', by: [dimension] });
    expect(Object.fromEntries(rows.map(({ dimensions, value }) => [dimensions[dimension], value]))).toEqual(expected);
  });

  it('count a complaint once, on the earliest of its receipts, and wait for one', () => {
    const twice = [
      fact('complaint.received', '2026-04-02', { stage: 2, reason: 'policy' }),
      fact('complaint.received', '2026-04-01', { stage: 1, reason: 'policy' }),
    ];
    expect(given(...twice).days(id)).toEqual(['2026-04-01: 1']);
    expect(given(fact('complaint.escalated', '2026-04-02', {})).days(id)).toEqual([]);
  });
});
