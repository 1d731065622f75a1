import { describe, expect, it } from '@jest/globals';
import { measureOf, proportionOf } from '../../figures/story.testkit.js';
import type { Target } from '../../query-client/definitions.fact.js';
import type { ReleasedRow } from '../../query-client/releases.fact.js';
import { releaseOf } from '../../query-client/example-scrutiny.testkit.js';
import type { MeasureTold } from '../measure-told.story.js';
import { toldOfYear } from './published-figures.story.js';

const payments = measureOf('payments-on-time', 'limit', 'Payments made on time');
const survey = measureOf('survey.s1-m01', 'proportion', 'Staff were kind');
const aim: Target = {
  measure: 'payments-on-time',
  objective: { op: 'gte', value: 1 },
  from: '2018-01-01',
  role: 'agency',
  source: 'made up',
};

function rowOf(measure: string, given: Partial<ReleasedRow>): ReleasedRow {
  return {
    framework: 'S1-M12',
    title: 'Paid on time',
    evidence: { kind: 'computed', measure, relation: 'direct' },
    ...{ value: null, numerator: null, denominator: null, interval: null },
    ...{ unit: 'proportion', status: [], text: null },
    ...given,
  };
}

function told(row: ReleasedRow, targets: readonly Target[] = [aim]): MeasureTold | undefined {
  return toldOfYear({
    release: releaseOf('2025-26.1', '2025-26'),
    rows: [row],
    measures: [payments, survey],
    targets,
  })[0];
}

describe('what a published year tells', () => {
  it('is the figure against the objective of its year, with its rounded counts and never how many were missed', () => {
    const figure = { ...proportionOf(6_725, 6_800), value: 0.99 };
    expect(told(rowOf('payments-on-time', figure))).toEqual({
      measure: 'payments-on-time',
      state: 'off-target',
      statement: '99% of payments were made on time in 2025-26.',
      sentence: '99% of payments were made on time in 2025-26; the aim is 100%.',
      counts: '6,725 of 6,800, to the nearest 5.',
      marks: [],
    });
  });

  it('is no state where rounded counts cannot show that nothing was missed', () => {
    expect(told(rowOf('payments-on-time', proportionOf(200, 200)))).toMatchObject({
      state: null,
      sentence:
        '100% of payments were made on time in 2025-26; the aim is 100%. Counts are rounded: that is too rough to say whether it was met.',
    });
  });

  it('says what is held back, and bears its mark', () => {
    expect(told(rowOf('payments-on-time', { denominator: 50, status: ['c'] }))).toMatchObject({
      state: null,
      sentence: '“Payments made on time”: the figure for 2025-26 is held back to protect people; the aim is 100%.',
      counts: '[c]',
      marks: ['c'],
    });
  });

  it('holds it against no target where none was in force when the year began', () => {
    const later = { ...aim, from: '2025-04-02' };
    expect(told(rowOf('payments-on-time', proportionOf(190, 200)), [later])).toMatchObject({
      state: 'no-target',
      sentence: '95% of payments were made on time in 2025-26.',
    });
  });

  it('is nothing of a survey that nobody answered, of what is not available, and of a measure that nobody knows', () => {
    expect(told(rowOf('survey.s1-m01', { denominator: 0, status: ['z'] }))).toBeUndefined();
    expect(told(rowOf('payments-on-time', { status: ['x'] }))).toBeUndefined();
    expect(told(rowOf('payments-on-time', { status: ['x'] }), [])).toBeUndefined();
    expect(told(rowOf('measure-of-yesterday', proportionOf(1, 2)))).toBeUndefined();
  });
});
