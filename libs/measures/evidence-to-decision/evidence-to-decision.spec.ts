import { describe, expect, it } from '@jest/globals';
import { corrected, decided, fact, given, received, withdrawn, type Scenario, type Told } from '../measure.testkit.js';

const id = 'evidence-to-decision';
const complete = (when: string): Told => fact('evidence.complete', when, {});
const claim = (...facts: readonly Told[]): Scenario => given(received('2026-01-05'), ...facts);

describe('the time from complete evidence to a decision', () => {
  it('is wd(complete, decided): 1, 2 and 6 April, over Good Friday', () => {
    expect(claim(complete('2026-03-31'), decided('2026-04-06')).days(id)).toEqual(['2026-04-06: 3']);
    expect(claim(complete('2026-04-06T08:00Z'), decided('2026-04-06')).days(id)).toEqual(['2026-04-06: 0']);
  });

  it('begins with the last completion not after the decision, by time alone', () => {
    const evidence = [complete('2026-04-07'), complete('2026-04-09'), complete('2026-04-14')];
    expect(claim(...evidence, decided('2026-04-10')).days(id)).toEqual(['2026-04-10: 1']);
    expect(claim(complete('2026-04-09'), complete('2026-04-10'), decided('2026-04-10')).days(id)).toEqual([
      '2026-04-10: 0',
    ]);
  });

  it('is not taken where all evidence came after the decision, or none came', () => {
    expect(claim(complete('2026-04-14'), decided('2026-04-10')).days(id)).toEqual([]);
    expect(claim(decided('2026-04-10')).days(id)).toEqual([]);
    expect(claim(complete('2026-04-14')).days(id)).toEqual([]);
  });

  it('may begin before the application: no completion is out of sequence', () => {
    expect(claim(complete('2026-01-02'), decided('2026-01-06')).days(id)).toEqual(['2026-01-06: 2']);
  });

  it('is taken of special rules, and of a claim withdrawn before its decision, not of a withdrawal', () => {
    const special = given(
      received('2026-01-05', { specialRules: true }),
      complete('2026-04-08'),
      decided('2026-04-10'),
    );
    expect(special.days(id)).toEqual(['2026-04-10: 2']);
    expect(claim(complete('2026-04-08'), withdrawn('2026-04-09'), decided('2026-04-10')).days(id)).toEqual([
      '2026-04-10: 2',
    ]);
    expect(claim(complete('2026-04-08'), withdrawn('2026-04-10')).days(id)).toEqual([]);
  });

  it('changes with a completion that is put right, from the day on which that is known', () => {
    const evidence = complete('2026-04-07');
    const moved = corrected(evidence, '2026-05-01', { time: '2026-04-09T12:00:00Z' });
    const cases = claim(evidence, decided('2026-04-10'), moved);
    expect(cases.days(id, '2026-04-30')).toEqual(['2026-04-10: 3']);
    expect(cases.days(id)).toEqual(['2026-04-10: 1']);
  });

  it('has its middle over all claims: 0, 3, 5 → 3', () => {
    const cases = claim(complete('2026-06-08'), decided('2026-06-08T13:00Z'))
      .and(received('2026-01-05'), complete('2026-06-08'), decided('2026-06-11'))
      .and(received('2026-01-05'), complete('2026-06-05'), decided('2026-06-12'));
    expect(cases.ask(id, { from: '2026-06' })).toMatchObject([{ value: 3, p90: 5, denominator: 3 }]);
  });
});
