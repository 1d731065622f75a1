import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseKeyOf, MOST_PLACES, nextCaseKey } from './case-key.rule.js';

const seed = 20260401;
const subjects = fc.string({ maxLength: 64 });
const places = fc.nat(MOST_PLACES - 1);
const placeOf = (key: number): number => Math.floor(key / 2 ** 40);

describe('the key of a case', () => {
  it('is a safe integer that lies in its place', () => {
    fc.assert(
      fc.property(places, subjects, (place, subject) => {
        const key = caseKeyOf(place, subject);
        expect(Number.isSafeInteger(key)).toBe(true);
        expect(placeOf(key)).toBe(place);
      }),
      { seed },
    );
  });

  it('has a next one in the same place, also at its end', () => {
    fc.assert(
      fc.property(places, subjects, (place, subject) => {
        const next = nextCaseKey(caseKeyOf(place, subject));
        expect(placeOf(next)).toBe(place);
        expect(next).not.toBe(caseKeyOf(place, subject));
      }),
      { seed },
    );
    expect(nextCaseKey(5 * 2 ** 40 - 1)).toBe(4 * 2 ** 40);
  });

  it('seldom falls on another: not once among 20,000 references in sequence', () => {
    const keys = Array.from({ length: 20_000 }, (_, n) => caseKeyOf(1, `CLM-${String(n).padStart(8, '0')}`));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
