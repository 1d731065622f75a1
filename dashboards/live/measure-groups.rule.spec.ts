import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { standingOf } from '../query-client/example-answers.testkit.js';
import { groupNamed, measureGroups } from './measure-groups.rule.js';

const SEED = 20_261_123;

/** The computed measures of the contract. */
const measures = [
  'applications-received',
  'decisions-made',
  'approval-rate',
  'decisions-in-time',
  'decision-time',
  'open-applications',
  'overdue-applications',
  'right-first-time',
  'redetermination-rate',
  'redeterminations-in-time',
  'redetermination-time',
  'redetermination-outcomes',
  'redetermination-notices',
  'appeals-lodged',
  'appeal-outcomes',
  'evidence-to-decision',
  'consultation-share',
  'payments-on-time',
  'payments-right-amount',
  'formats-supplied',
  'adjustments-made',
  'advocacy-started',
  'home-visits-held',
  'equality-coverage',
  'complaints-received',
  'complaints-stage1-in-time',
  'complaints-stage2-in-time',
  'complaint-outcomes',
  'calls-answered',
  'call-wait',
  'feedback-positive',
  'feedback-acted-on',
];

const namesOf = (ids: readonly string[]): readonly { readonly id: string; readonly measures: readonly string[] }[] =>
  measureGroups(ids.map((id) => standingOf(id, 'no-target'))).map((group) => ({
    id: group.id,
    measures: group.measures.map(({ measure }) => measure.id),
  }));

describe('the groups of measures', () => {
  it('hold every measure of the contract in exactly one, none of them among the others', () => {
    const groups = namesOf(measures);
    expect(groups.flatMap((group) => group.measures).toSorted()).toEqual(measures.toSorted());
    expect(groups.map(({ id }) => id)).not.toContain('others');
  });

  it('leave out no measure, whichever there are, and no group is empty', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...measures, 'measure-of-tomorrow', 'survey.s1-m04']), (ids) => {
        const groups = namesOf(ids);
        expect(groups.flatMap((group) => group.measures).toSorted()).toEqual(ids.toSorted());
        expect(groups.every((group) => group.measures.length > 0)).toBe(true);
      }),
      { seed: SEED },
    );
  });

  it('keep their order, in whatever order measures come', () => {
    expect(namesOf(measures.toReversed())).toEqual(namesOf(measures));
  });

  it('put what is new last', () => {
    expect(namesOf(['measure-of-tomorrow', 'call-wait'])).toEqual([
      { id: 'contact', measures: ['call-wait'] },
      { id: 'others', measures: ['measure-of-tomorrow'] },
    ]);
  });

  it('are asked for by a name, and all of them by anything else', () => {
    for (const { id } of namesOf([...measures, 'new'])) expect(groupNamed(id)).toBe(id);
    for (const asked of [undefined, '', 'nothing', ['contact'], { id: 'contact' }])
      expect(groupNamed(asked)).toBeNull();
  });
});
