import { describe, expect, it } from '@jest/globals';
import type { AppealOutcome } from '../../events/codes.fact.js';
import { fact, given, received, type Scenario, type Told } from '../measure.testkit.js';

const id = 'appeal-outcomes';

const lodged = (when: string, ref = 'a1'): Told => fact('appeal.lodged', when, { ref });
const ruled = (when: string, outcome: AppealOutcome, ref = 'a1'): Told =>
  fact('appeal.decided', when, { ref, outcome });
const claim = (...facts: readonly Told[]): Scenario => given(received('2026-01-05'), ...facts);

describe('the outcomes of appeals', () => {
  it('are counted on the day of the decision, all four by name', () => {
    const cases = claim(lodged('2026-03-01'), ruled('2026-05-01', 'upheld'))
      .and(received('2026-01-05'), lodged('2026-03-01'), ruled('2026-05-02', 'partly-upheld'))
      .and(received('2026-01-05'), lodged('2026-03-01'), ruled('2026-05-03', 'dismissed'))
      .and(received('2026-01-05'), lodged('2026-03-01'), ruled('2026-05-31', 'withdrawn'))
      .and(received('2026-01-05'), lodged('2026-03-01'));
    expect(cases.ask(id, { from: '2026-05' })).toMatchObject([
      {
        value: 4,
        parts: { upheld: 1, 'partly-upheld': 1, dismissed: 1, withdrawn: 1 },
        numerator: null,
        denominator: null,
      },
    ]);
  });

  it('are those of the first decision in sequence', () => {
    const decisions = [ruled('2026-02-28', 'upheld'), ruled('2026-05-02', 'upheld'), ruled('2026-05-01', 'dismissed')];
    expect(claim(lodged('2026-03-01'), ...decisions).days(id)).toEqual(['2026-05-01: 1 dismissed']);
    expect(claim(lodged('2026-03-01'), ruled('2026-02-28', 'upheld')).days(id)).toEqual([]);
  });

  it('count each ref, and wait for what was lodged and for the application', () => {
    const both = [ruled('2026-05-01', 'upheld'), ruled('2026-05-01', 'upheld', 'a2')];
    expect(claim(lodged('2026-03-01'), lodged('2026-03-02', 'a2'), ...both).days(id)).toEqual(['2026-05-01: 2 upheld']);
    expect(claim(...both).days(id)).toEqual([]);
    expect(given(lodged('2026-03-01'), ...both).days(id)).toEqual([]);
  });

  it('are null in total and 0 in each part where nothing was decided', () => {
    expect(claim(lodged('2026-03-01')).ask(id, { from: '2026-05' })).toMatchObject([
      { value: null, parts: { upheld: 0, 'partly-upheld': 0, dismissed: 0, withdrawn: 0 }, status: ['z'] },
    ]);
  });
});
