import { describe, expect, it } from '@jest/globals';
import type { Benefit } from '../../events/codes.fact.js';
import { decided, fact, given, received, withdrawn, type Scenario, type Told } from '../measure.testkit.js';

const id = 'consultation-share';
const held = (when: string): Told => fact('consultation.held', when, { mode: 'phone' });
const claimOf = (benefit: Benefit, ...facts: readonly Told[]): Scenario =>
  given(received('2026-03-02', { benefit }), ...facts);

describe('the share of decisions with a consultation', () => {
  it.each(['ADP', 'CDP', 'PADP'] as const)('is of %s', (benefit) => {
    expect(claimOf(benefit, held('2026-04-01'), decided('2026-04-20')).days(id)).toEqual(['2026-04-20: 1/1']);
    expect(claimOf(benefit, decided('2026-04-20')).days(id)).toEqual(['2026-04-20: 0/1']);
  });

  it.each(['CSP', 'SCP', 'PAWHP'] as const)('leaves out %s, consulted or not', (benefit) => {
    expect(claimOf(benefit, held('2026-04-01'), decided('2026-04-20')).days(id)).toEqual([]);
  });

  it('counts a consultation at the very time of the decision, not one after it', () => {
    const decision = decided('2026-04-20');
    expect(claimOf('ADP', held('2026-04-20'), decision).days(id)).toEqual(['2026-04-20: 1/1']);
    expect(claimOf('ADP', held('2026-04-20T12:00:00.001Z'), decision).days(id)).toEqual(['2026-04-20: 0/1']);
  });

  it('counts one before the application, and several once', () => {
    expect(claimOf('ADP', held('2026-03-01'), held('2026-04-01'), decided('2026-04-20')).days(id)).toEqual([
      '2026-04-20: 1/1',
    ]);
  });

  it('is of decisions: on their date where the claim had been withdrawn, not of a withdrawal alone', () => {
    expect(claimOf('ADP', held('2026-04-01'), withdrawn('2026-04-02')).days(id)).toEqual([]);
    expect(claimOf('ADP', withdrawn('2026-04-02'), held('2026-04-10'), decided('2026-04-20')).days(id)).toEqual([
      '2026-04-20: 1/1',
    ]);
  });

  it('is judged by the first decision in sequence', () => {
    const decisions = [decided('2026-03-01'), decided('2026-04-10'), decided('2026-04-20')];
    expect(claimOf('ADP', ...decisions, held('2026-04-15')).days(id)).toEqual(['2026-04-10: 0/1']);
  });
});
