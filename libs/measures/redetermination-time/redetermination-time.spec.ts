import { describe, expect, it } from '@jest/globals';
import type { Benefit } from '../../events/codes.fact.js';
import { fact, given, received, type Scenario, type Told } from '../measure.testkit.js';

const id = 'redetermination-time';

const requested = (when: string, late = false, ref = 'r1'): Told =>
  fact('redetermination.requested', when, { ref, late });
const accepted = (when: string): Told => fact('redetermination.accepted-late', when, { ref: 'r1' });
const redecided = (when: string, ref = 'r1'): Told =>
  fact('redetermination.decided', when, { ref, outcome: 'allowed' });

function claimOf(benefit: Benefit, ...facts: readonly Told[]): Scenario {
  return given(received('2026-01-05', { benefit }), ...facts);
}

describe('the time to a redetermination', () => {
  it('is wd(requested, decided): 27, 30, 31 March, 1, 2, 6 to 10, 13 to 17 April = 15, one less than day 1 counted', () => {
    expect(claimOf('SCP', requested('2026-03-26'), redecided('2026-04-17')).days(id)).toEqual(['2026-04-17: 15']);
  });

  it.each(['ADP', 'SCP', 'JSP', 'BSF'] as const)('is taken of %s, limit or not', (benefit) => {
    expect(claimOf(benefit, requested('2026-06-12'), redecided('2026-06-16')).days(id)).toEqual(['2026-06-16: 1']);
  });

  it('of a late request runs from its acceptance; before that it is left out, on that day it is 0', () => {
    const late = requested('2026-06-01', true);
    expect(claimOf('ADP', late, accepted('2026-06-10'), redecided('2026-06-12')).days(id)).toEqual(['2026-06-12: 2']);
    expect(claimOf('ADP', late, accepted('2026-06-10'), redecided('2026-06-10T09:00Z')).days(id)).toEqual([
      '2026-06-10: 0',
    ]);
    expect(claimOf('ADP', late, accepted('2026-06-10'), redecided('2026-06-09')).days(id)).toEqual([]);
    expect(claimOf('ADP', late, redecided('2026-06-12')).days(id)).toEqual([]);
  });

  it('is taken of a request that was withdrawn and decided all the same', () => {
    const taken = fact('redetermination.withdrawn', '2026-06-02', { ref: 'r1' });
    expect(claimOf('ADP', requested('2026-06-01'), taken, redecided('2026-06-03')).days(id)).toEqual(['2026-06-03: 2']);
  });

  it('is none without a decision in sequence', () => {
    expect(claimOf('ADP', requested('2026-06-01')).days(id)).toEqual([]);
    expect(claimOf('ADP', requested('2026-06-01'), redecided('2026-05-29')).days(id)).toEqual([]);
    expect(claimOf('ADP', redecided('2026-06-12')).days(id)).toEqual([]);
  });

  it('has its middle over all redeterminations, several of one claim among them: 1, 2, 9 → 2', () => {
    const cases = claimOf(
      'ADP',
      requested('2026-06-01'),
      redecided('2026-06-02'),
      requested('2026-06-01', false, 'r2'),
      redecided('2026-06-12', 'r2'),
    ).and(received('2026-01-05', { benefit: 'SCP' }), requested('2026-06-01'), redecided('2026-06-03'));
    expect(cases.ask(id, { from: '2026-06' })).toMatchObject([{ value: 2, p90: 9, denominator: 3 }]);
    expect(cases.ask(id, { from: '2026-06', by: ['benefit'] })).toMatchObject([
      { dimensions: { benefit: 'ADP' }, value: 5, p90: 9, denominator: 2 },
      { dimensions: { benefit: 'SCP' }, value: 2, p90: 2, denominator: 1 },
    ]);
  });
});
