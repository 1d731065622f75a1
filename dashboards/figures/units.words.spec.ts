import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureOf } from './story.testkit.js';
import { aimText, amountText, durationText, numberText, shareText } from './units.words.js';

describe('a share in words', () => {
  it('is 100% of all only, 0% of none only, and lies between otherwise', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (value, isWhole) => {
        const text = shareText(value, isWhole);
        expect(text === '100%').toBe(value === 1);
        expect(text === '0%').toBe(value === 0);
        expect(Math.abs(Number.parseFloat(text) / 100 - value)).toBeLessThanOrEqual(isWhole ? 0.0101 : 0.00101);
      }),
      { seed: 20261101 },
    );
  });

  it('never falls as the share rises', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.boolean(), (a, b, isWhole) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(Number.parseFloat(shareText(low, isWhole))).toBeLessThanOrEqual(
          Number.parseFloat(shareText(high, isWhole)),
        );
      }),
      { seed: 20261102 },
    );
  });

  it.each([
    [0.9125, false, '91.3%'],
    [0.91, false, '91.0%'],
    [0.91, true, '91%'],
    [0.99999, false, '99.9%'],
    [0.99999, true, '99%'],
    [0.00001, false, '0.1%'],
    [1, false, '100%'],
    [0, true, '0%'],
  ])('of %d, whole: %s, is %s', (value, isWhole, text) => {
    expect(shareText(value, isWhole)).toBe(text);
  });
});

describe('a number in words', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_234, '1,234'],
    [1_234_567, '1,234,567'],
    [20.5, '20.5'],
    [-3, '\u22123'],
    [-0.01, '0'],
  ])('of %d is %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it.each([
    [0, '0 s'],
    [45.2, '45 s'],
    [59.6, '1 min'],
    [252, '4 min 12 s'],
    [300, '5 min'],
    [3_599.7, '1 h'],
    [3_900, '1 h 5 min'],
  ])('of %d seconds is %s', (value, text) => {
    expect(durationText(value)).toBe(text);
  });

  it('names its unit in a sentence, one thing in the singular', () => {
    expect(amountText(measureOf('decision-time', 'time'), 20.5, false)).toBe('20.5 working days');
    expect(amountText(measureOf('decision-time', 'time'), 1, false)).toBe('1 working day');
    expect(amountText(measureOf('decisions-made', 'count'), 1_234, false)).toBe('1,234 applications');
    expect(amountText(measureOf('call-wait', 'mean'), 252, false)).toBe('4 min 12 s');
  });

  it('that was laid down has no decimals that say nothing', () => {
    expect(aimText(measureOf('decisions-in-time', 'limit'), 0.9)).toBe('90%');
    expect(aimText(measureOf('decisions-in-time', 'limit'), 0.995)).toBe('99.5%');
    expect(aimText(measureOf('call-wait', 'mean'), 300)).toBe('5 min');
  });
});
