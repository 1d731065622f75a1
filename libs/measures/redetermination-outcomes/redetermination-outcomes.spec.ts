import { describe, expect, it } from '@jest/globals';
import { fact, given, received, type Scenario, type Told } from '../measure.testkit.js';

const id = 'redetermination-outcomes';

const requested = (when: string, ref = 'r1'): Told => fact('redetermination.requested', when, { ref });
const redecided = (when: string, outcome: 'allowed' | 'partly-allowed' | 'disallowed', ref = 'r1'): Told =>
  fact('redetermination.decided', when, { ref, outcome });
const takenBack = (when: string): Told => fact('redetermination.withdrawn', when, { ref: 'r1' });

const request = requested('2026-04-01');
const claim = (...facts: readonly Told[]): Scenario => given(received('2026-01-05'), ...facts);

describe('the outcomes of redeterminations', () => {
  it('are counted on the day of what ended each first, all four by name', () => {
    const cases = claim(request, redecided('2026-05-01', 'allowed'))
      .and(received('2026-01-05'), request, redecided('2026-05-02', 'partly-allowed'))
      .and(received('2026-01-05'), request, redecided('2026-05-03', 'disallowed'))
      .and(received('2026-01-05'), request, redecided('2026-05-31', 'disallowed'))
      .and(received('2026-01-05'), request, takenBack('2026-05-04'))
      .and(received('2026-01-05'), request);
    expect(cases.ask(id, { from: '2026-05' })).toMatchObject([
      {
        value: 5,
        parts: { allowed: 1, 'partly-allowed': 1, disallowed: 2, withdrawn: 1 },
        numerator: null,
        denominator: null,
        interval: null,
      },
    ]);
  });

  it('are the withdrawal where that came before the decision, and the decision where that came first', () => {
    expect(claim(request, takenBack('2026-04-10'), redecided('2026-05-01', 'allowed')).days(id)).toEqual([
      '2026-04-10: 1 withdrawn',
    ]);
    expect(claim(request, redecided('2026-05-01', 'allowed'), takenBack('2026-05-02')).days(id)).toEqual([
      '2026-05-01: 1 allowed',
    ]);
  });

  it('are those of the first decision in sequence', () => {
    const decisions = [
      redecided('2026-03-31', 'allowed'),
      redecided('2026-05-02', 'allowed'),
      redecided('2026-05-01', 'disallowed'),
    ];
    expect(claim(request, ...decisions).days(id)).toEqual(['2026-05-01: 1 disallowed']);
    expect(claim(request, takenBack('2026-03-31'), redecided('2026-05-01', 'allowed')).days(id)).toEqual([
      '2026-05-01: 1 allowed',
    ]);
  });

  it('of a late request count, accepted or not; each ref counts', () => {
    const late = fact('redetermination.requested', '2026-04-01', { ref: 'r1', late: true });
    const both = [redecided('2026-05-01', 'allowed'), redecided('2026-05-01', 'disallowed', 'r2')];
    expect(claim(late, requested('2026-04-01', 'r2'), ...both).days(id)).toEqual([
      '2026-05-01: 1 allowed, 1 disallowed',
    ]);
  });

  it('are null in total and 0 in each part where nothing ended', () => {
    expect(claim(request).ask(id, { from: '2026-05' })).toMatchObject([
      { value: null, parts: { allowed: 0, 'partly-allowed': 0, disallowed: 0, withdrawn: 0 }, status: ['z'] },
    ]);
  });
});
