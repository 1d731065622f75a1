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

  it.each<[string, readonly Measure[], string]>([
    ['that are all later ones', [{ ...applicationsReceived, inForceFrom: '2026-04-01' }], 'from the beginning'],
    ['of which the second has no day', [applicationsReceived, second({})], 'day of its own'],
    [
      'of which two begin on one day',
      [
        applicationsReceived,
        second({ inForceFrom: '2026-04-01' }),
        { ...second({ inForceFrom: '2026-04-01' }), version: '3.0.0' },
      ],
      'day of its own',
    ],
    ['on a day that is none', [applicationsReceived, second({ inForceFrom: '2026-04-31' })], 'day of its own'],
    [
      'of different kinds',
      [applicationsReceived, second({ inForceFrom: '2026-04-01', betterWhen: 'lower' })],
      'agree in kind',
    ],
  ])('are refused as versions %s', (_, versions, words) => {
    expect(() => {
      refuseUnsoundMeasures(versions);
    }).toThrow(words);
  });

  it('are sound as versions that follow one another', () => {
    expect(() => {
      refuseUnsoundMeasures([second({ inForceFrom: '2026-04-01' }), applicationsReceived]);
    }).not.toThrow();
  });

  it('are refused where one stands there twice', () => {
    expect(() => {
      refuseUnsoundMeasures([applicationsReceived, applicationsReceived]);
    }).toThrow(MeasuresRefused);
  });
});

function second(members: Partial<typeof applicationsReceived>): Measure {
  return { ...applicationsReceived, version: '2.0.0', ...members };
}
