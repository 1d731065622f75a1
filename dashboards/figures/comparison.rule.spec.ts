import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compared, type Shown } from './comparison.rule.js';
import { KINDS, proportionOf } from './story.testkit.js';
import { isShare, shareText } from './units.words.js';

function share(numerator: number, denominator: number): Shown {
  const { value, interval } = proportionOf(numerator, denominator);
  return { value: value ?? 0, text: shareText(value ?? 0, false), interval: interval ?? null };
}

const shares = fc.integer({ min: 1, max: 5_000 }).chain((n) => fc.nat(n).map((part) => share(part, n)));
const opposite = { more: 'less', less: 'more', same: 'same', unclear: 'unclear' } as const;

describe('a comparison', () => {
  it('of shares the other way round is the opposite', () => {
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        expect(compared('limit', b, a)).toBe(opposite[compared('limit', a, b)]);
      }),
      { seed: 20261103 },
    );
  });

  it('says more only of what is more, and of shares only where the intervals are apart', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), shares, shares, (kind, latest, before) => {
        if (compared(kind, latest, before) !== 'more') return;
        expect(latest.value).toBeGreaterThan(before.value);
        if (isShare(kind)) expect(latest.interval?.low).toBeGreaterThan(before.interval?.high ?? 1);
      }),
      { seed: 20261104 },
    );
  });

  it('says that nothing moved where both are shown alike', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), shares, shares, (kind, a, b) => {
        expect(compared(kind, a, { ...b, text: a.text })).toBe('same');
      }),
      { seed: 20261105 },
    );
  });

  it.each([
    [820, 900, 'less'],
    [900, 820, 'more'],
    [905, 900, 'same'],
  ])('of %d and %d in a thousand says %s', (latest, before, said) => {
    expect(compared('limit', share(latest, 1_000), share(before, 1_000))).toBe(said);
  });

  it('of few cases is unclear, however far apart', () => {
    expect(compared('limit', share(2, 5), share(4, 5))).toBe('unclear');
  });
});
