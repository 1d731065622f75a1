import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import { controlledExplanation } from './controlled-explanation.rule.js';
import type { Explanation } from './explanation.rule.js';

const SMALL = 5;
const counts = { cases: 83, corrections: 4, late: 12, duplicates: 3, quarantined: 0 };
const shown = observed([]);

function observed(status: Observation['status']): Observation {
  return { period: '2025-26', value: 0.9, numerator: 75, denominator: 85, status } as unknown as Observation;
}

function exact(members: Partial<Explanation> = {}): Explanation {
  const cases = { total: 1, references: ['CLAIM-000001'], next: null };
  return {
    grain: 'year',
    filter: {},
    counts,
    cases,
    observation: observed(['p']),
    ...members,
  } as unknown as Explanation;
}

describe('an explanation for scrutiny', () => {
  it('has the controlled figure, rounded counts, no small ones, and no case', () => {
    const { observation, counts: told, cases } = controlledExplanation(exact(), shown, SMALL);
    expect(observation).toBe(shown);
    expect(told).toEqual({ cases: 85, corrections: null, late: 10, duplicates: null, quarantined: 0 });
    expect(cases).toBeNull();
  });

  it.each([
    ['a month', exact({ grain: 'month' }), shown],
    ['a filter', exact({ filter: { benefit: 'ADP' } }), shown],
    ['a suppressed figure', exact(), observed(['c'])],
  ])('counts no cases of %s', (_, explanation, observation) => {
    const { counts: told } = controlledExplanation(explanation, observation, SMALL);
    expect(told).toMatchObject({ cases: null, corrections: null, late: null, quarantined: 0 });
  });

  it('has no counts where the exact one has none', () => {
    expect(controlledExplanation(exact({ counts: null }), shown, SMALL).counts).toBeNull();
  });
});
