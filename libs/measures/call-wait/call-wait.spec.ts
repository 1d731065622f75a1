import { describe, expect, it } from '@jest/globals';
import { corrected, fact, given, type Told } from '../measure.testkit.js';

const id = 'call-wait';
const answered = (when: string, waitSeconds: number): Told =>
  fact('call.ended', when, { outcome: 'answered', waitSeconds });
const abandoned = (when: string): Told => fact('call.ended', when, { outcome: 'abandoned', waitSeconds: 900 });

describe('the wait for a call', () => {
  const cases = given(answered('2026-04-01', 10))
    .and(answered('2026-04-01', 0))
    .and(answered('2026-04-02', 86_400))
    .and(abandoned('2026-04-02'));

  it('is the sum of the answered calls ÷ their number: 86,410 ÷ 3; abandoned ones play no part', () => {
    expect(cases.ask(id, { from: '2026-04' })).toMatchObject([
      { value: 86_410 / 3, numerator: 86_410, denominator: 3, interval: null, target: 300 },
    ]);
    expect(cases.days(id)).toEqual(['2026-04-01: 10/2', '2026-04-02: 86400/1']);
  });

  it('is 0 where nobody waited, and null where nobody was answered', () => {
    expect(given(answered('2026-04-01', 0)).ask(id, { from: '2026-04' })).toMatchObject([{ value: 0, numerator: 0 }]);
    expect(given(abandoned('2026-04-01')).ask(id, { from: '2026-04' })).toMatchObject([
      { value: null, denominator: 0, status: ['z'] },
    ]);
  });

  it('is that of the call as corrected: 600 in place of 10', () => {
    const call = answered('2026-04-01', 10);
    const restated = corrected(call, '2026-05-01', { data: { outcome: 'answered', waitSeconds: 600 } });
    expect(given(call, restated).days(id, '2026-04-30')).toEqual(['2026-04-01: 10/1']);
    expect(given(call, restated).days(id)).toEqual(['2026-04-01: 600/1']);
  });
});
