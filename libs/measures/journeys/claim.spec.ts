import { describe, expect, it } from '@jest/globals';
import type { FactData } from '../../events/fact-catalogue.fact.js';
import {
  corrected,
  decided,
  fact,
  given,
  received,
  recordedOn,
  retracted,
  type Scenario,
  type Told,
} from '../measure.testkit.js';

const form = (when: string, data: FactData['equality.form-recorded']): Told =>
  fact('equality.form-recorded', when, data);

/** The codes of one dimension under which the decision of a claim is counted. */
function codesOf(dimension: string, claim: Scenario, asOf?: string): readonly unknown[] {
  const asked = { from: '2026-27', by: [dimension], ...(asOf === undefined ? {} : { asOf }) };
  return claim.ask('decisions-made', asked).map(({ dimensions }) => dimensions[dimension]);
}

const claim = [received('2026-04-01', { benefit: 'ADP' }), decided('2026-04-20')] as const;

describe('the equality dimensions of a claim', () => {
  it('are not-recorded without a form, with an empty one, and for what no form states', () => {
    expect(codesOf('ageBand', given(...claim))).toEqual(['not-recorded']);
    expect(codesOf('ageBand', given(...claim, form('2026-04-02', {})))).toEqual(['not-recorded']);
    expect(codesOf('ageBand', given(...claim, form('2026-04-02', { gender: 'woman' })))).toEqual(['not-recorded']);
  });

  it('come each from the latest form that states it, in whatever order the forms arrive', () => {
    const forms = [
      form('2026-04-04', {}),
      form('2026-04-02', { ageBand: '16-24', gender: 'woman', disability: 'yes' }),
      form('2026-04-03', { ageBand: '25-34', ethnicGroup: 'mixed' }),
    ];
    for (const facts of [forms, forms.toReversed()]) {
      const cases = given(...claim, ...facts);
      expect(codesOf('ageBand', cases)).toEqual(['25-34']);
      expect(codesOf('gender', cases)).toEqual(['woman']);
      expect(codesOf('ethnicGroup', cases)).toEqual(['mixed']);
      expect(codesOf('disability', cases)).toEqual(['yes']);
    }
  });

  it.each([
    ['ageBand', { ageBand: '16-24' }, { ageBand: '25-34' }, '25-34'],
    ['gender', { gender: 'woman' }, { gender: 'other' }, 'other'],
    ['ethnicGroup', { ethnicGroup: 'mixed' }, { ethnicGroup: 'asian' }, 'asian'],
    ['disability', { disability: 'yes' }, { disability: 'no' }, 'no'],
  ] as const)('come from the later of two forms that state %s', (dimension, first, second, expected) => {
    const cases = given(...claim, form('2026-04-03', second), form('2026-04-02', first), form('2026-04-04', {}));
    expect(codesOf(dimension, cases)).toEqual([expected]);
  });

  it('come from the form with the greater source, then id, of two at the same time', () => {
    const [first, second] = [form('2026-04-02', { gender: 'man' }), form('2026-04-02', { gender: 'other' })];
    const latest = (a: object, b: object): readonly unknown[] =>
      codesOf('gender', given(...claim, { ...first, ...a }, { ...second, ...b }));
    expect(latest({ id: '1' }, { id: '2' })).toEqual(['other']);
    expect(latest({ id: '2' }, { id: '1' })).toEqual(['man']);
    expect(latest({ id: '2', source: 'urn:1' }, { id: '1', source: 'urn:2' })).toEqual(['other']);
  });

  it('may be stated before the application and after the decision', () => {
    expect(codesOf('disability', given(...claim, form('2026-03-01', { disability: 'no' })))).toEqual(['no']);
    expect(codesOf('disability', given(...claim, form('2026-09-01', { disability: 'no' })))).toEqual(['no']);
  });

  it('change with what is known, and everything that the claim contributed moves with them', () => {
    const cases = given(
      ...claim,
      form('2026-04-02', { ageBand: '16-24' }),
      recordedOn('2026-06-10', form('2026-04-03', { ageBand: '25-34' })),
    );
    expect(codesOf('ageBand', cases, '2026-06-09')).toEqual(['16-24']);
    expect(codesOf('ageBand', cases, '2026-06-10')).toEqual(['25-34']);
    expect(cases.values('decisions-made', { from: '2026-27' })).toEqual([1]);
    for (const id of [
      'applications-received',
      'approval-rate',
      'decisions-in-time',
      'decision-time',
      'right-first-time',
    ]) {
      expect(
        cases.ask(id, { from: '2026-27', by: ['ageBand'] }).map(({ dimensions }) => dimensions['ageBand']),
      ).toEqual(['25-34']);
    }
  });

  it('follow corrections and withdrawals of forms', () => {
    const [first, second] = [form('2026-04-02', { ageBand: '16-24' }), form('2026-04-03', { ageBand: '25-34' })];
    const earlier = corrected(second, '2026-06-01', { time: '2026-04-01T09:00:00Z' });
    expect(codesOf('ageBand', given(...claim, first, second, earlier))).toEqual(['16-24']);
    expect(codesOf('ageBand', given(...claim, first, second, retracted(second, '2026-06-01')))).toEqual(['16-24']);
    const emptied = corrected(second, '2026-06-01', { data: {} });
    expect(codesOf('ageBand', given(...claim, first, second, emptied))).toEqual(['16-24']);
  });
});

describe('the other dimensions of a claim', () => {
  it('come from its earliest application, and go with it when it is corrected', () => {
    const later = received('2026-04-02', { benefit: 'SCP' });
    expect(codesOf('benefit', given(...claim, later))).toEqual(['ADP']);
    const moved = corrected(claim[0], '2026-06-01', { time: '2026-04-03T09:00:00Z' });
    expect(codesOf('benefit', given(...claim, later, moved), '2026-05-31')).toEqual(['ADP']);
    expect(codesOf('benefit', given(...claim, later, moved))).toEqual(['SCP']);
  });
});
