import { describe, expect, it } from '@jest/globals';
import { applicationsReceived } from './applications-received/applications-received.measure.js';
import { decisionTime } from './decision-time/decision-time.measure.js';
import { MeasuresRefused, refuseUnsoundMeasures } from './declarations.rule.js';
import { measures } from './measure-list.measure.js';
import type { Measure } from './measure.measure.js';

describe('the declarations of the measures', () => {
  it('are sound', () => {
    expect(() => {
      refuseUnsoundMeasures(measures);
    }).not.toThrow();
  });

  it.each<[string, Measure, string]>([
    ['an id in capitals', { ...applicationsReceived, id: 'Applications' }, 'lower-case'],
    ['a version in words', { ...applicationsReceived, version: 'first' }, 'three numbers'],
    ['no definition', { ...applicationsReceived, definition: '' }, 'stated'],
    ['a fact named twice', { ...applicationsReceived, reads: ['decision.made', 'decision.made'] }, 'once'],
    ['parts without shares', { ...applicationsReceived, parts: ['a'] }, 'only they, have parts'],
    ['shares without parts', { ...applicationsReceived, kind: 'shares' }, 'only they, have parts'],
    ['a proportion in claims', { ...applicationsReceived, kind: 'proportion' }, 'unit proportion'],
    ['a time in seconds', { ...decisionTime, unit: 'seconds' }, 'in working days'],
    ['a time without a clock', { ...decisionTime, clock: null }, 'which clock'],
    ['a count that waits', { ...applicationsReceived, derivedDimensions: ['waiting'] }, 'only a stock'],
    ['a count that settles', { ...applicationsReceived, settles: true }, 'only of a proportion'],
    ['no grain', { ...applicationsReceived, grains: [] }, 'some grain'],
    ['a cohort that is soon final', { ...applicationsReceived, cohort: true }, 'cohorts'],
  ])('are refused with %s', (_, measure, words) => {
    expect(() => {
      refuseUnsoundMeasures([measure]);
    }).toThrow(words);
  });

  it('are refused where one stands there twice', () => {
    expect(() => {
      refuseUnsoundMeasures([applicationsReceived, applicationsReceived]);
    }).toThrow(MeasuresRefused);
  });
});
