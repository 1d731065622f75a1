import { describe, expect, it } from '@jest/globals';
import { decided, fact, given, received, type Told } from '../measure.testkit.js';

const id = 'redetermination-rate';
const requested = (when: string, ref = 'r1'): Told => fact('redetermination.requested', when, { ref });

describe('the redetermination rate', () => {
  it('is decided claims with a request ÷ decided claims, on the date of the decision', () => {
    const cases = given(received('2026-04-01'), decided('2026-04-20'), requested('2026-06-01'))
      .and(received('2026-04-01'), decided('2026-04-21', 'denied'))
      .and(received('2026-04-01'));
    expect(cases.days(id, '2026-05-31')).toEqual(['2026-04-20: 0/1', '2026-04-21: 0/1']);
    expect(cases.days(id)).toEqual(['2026-04-20: 1/1', '2026-04-21: 0/1']);
    expect(cases.values(id, { from: '2026-04' })).toEqual([0.5]);
  });

  it('counts a claim with several requests once', () => {
    const claim = given(
      received('2026-04-01'),
      decided('2026-04-20'),
      requested('2026-05-01'),
      requested('2026-06-01', 'r2'),
    );
    expect(claim.days(id)).toEqual(['2026-04-20: 1/1']);
  });

  it('counts a request whenever it was made: it is never out of sequence', () => {
    expect(given(received('2026-04-01'), requested('2026-04-10'), decided('2026-04-20')).days(id)).toEqual([
      '2026-04-20: 1/1',
    ]);
  });

  it('counts a request that is late and not accepted', () => {
    const late = fact('redetermination.requested', '2027-06-01', { ref: 'r1', late: true });
    expect(given(received('2026-04-01'), decided('2026-04-20'), late).days(id)).toEqual(['2026-04-20: 1/1']);
  });

  it.each(['JSP', 'BSF'] as const)('leaves out %s, which has no redeterminations', (benefit) => {
    const claim = given(received('2026-04-01', { benefit }), decided('2026-04-20'), requested('2026-05-01'));
    expect(claim.ask(id, { from: '2026-04' })).toMatchObject([{ value: null, denominator: 0, status: ['z'] }]);
    expect(claim.ask(id, { from: '2026-04', by: ['benefit'] })).toEqual([]);
  });

  it('is provisional for 90 days: 30 April + 31 + 30 + 29 days = 29 July', () => {
    const status = (asOf: string): unknown =>
      given(received('2026-04-01'), decided('2026-04-20')).ask(id, { from: '2026-04', asOf })[0]?.status;
    expect(status('2026-07-28')).toEqual(['p']);
    expect(status('2026-07-29')).toEqual([]);
  });
});
