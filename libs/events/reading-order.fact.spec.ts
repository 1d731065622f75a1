import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seeded } from './fact.testkit.js';
import { compareCodePoints, compareReadingOrder } from './reading-order.fact.js';

const units = fc.constantFrom('a', 'b', 'é', '\ud83d', '\ude00', '\ud83e', '\ue000', '\uffff', '😀', '𝒜');
const texts = fc.array(units, { maxLength: 5 }).map((parts) => parts.join(''));

const facts = fc.record({
  at: fc.integer({ min: 0, max: 2 }),
  finer: fc.constantFrom('', '0001', '5', '45'),
  source: fc.constantFrom('urn:a', 'urn:b'),
  id: texts,
});

function orderOfCodePoints(a: string, b: string): number {
  const [first, second] = [a, b].map((text) => Array.from(text, (character) => character.codePointAt(0) ?? 0));
  const parting = (first ?? []).findIndex((point, index) => point !== second?.[index]);
  if (parting < 0) return Math.sign((first?.length ?? 0) - (second?.length ?? 0));
  return Math.sign((first?.[parting] ?? -1) - (second?.[parting] ?? -1));
}

describe.each([
  ['code points', texts as fc.Arbitrary<unknown>, compareCodePoints as (a: unknown, b: unknown) => number],
  ['reading order', facts as fc.Arbitrary<unknown>, compareReadingOrder as (a: unknown, b: unknown) => number],
])('laws of order by %s', (_, values, compare) => {
  it('is a total order: antisymmetric, transitive, and 0 only for equals', () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const antisymmetric = Math.sign(compare(a, b)) === -Math.sign(compare(b, a));
        const transitive = compare(a, b) > 0 || compare(b, c) > 0 || compare(a, c) <= 0;
        const exact = (compare(a, b) === 0) === (JSON.stringify(a) === JSON.stringify(b));
        return antisymmetric && transitive && exact;
      }),
      { ...seeded, numRuns: 1_000 },
    );
  });
});

describe('order by code points', () => {
  it('is that of the lists of code points', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => Math.sign(compareCodePoints(a, b)) === orderOfCodePoints(a, b)),
      { ...seeded, numRuns: 1_000 },
    );
  });

  it('puts a character beyond the basic plane after every one within it, as UTF-16 does not', () => {
    expect(['\uffff', '😀'].toSorted()).toEqual(['😀', '\uffff']);
    expect(compareCodePoints('😀', '\uffff')).toBeGreaterThan(0);
    expect(compareCodePoints('a😀', 'a😁')).toBeLessThan(0);
    expect(compareCodePoints('a', 'ab')).toBeLessThan(0);
    expect(compareCodePoints('Z', 'a')).toBeLessThan(0);
  });
});

describe('reading order', () => {
  const fact = { at: 5, finer: '', source: 'urn:b', id: 'b' };

  it('is by time, then source, then id', () => {
    expect(compareReadingOrder(fact, { at: 5, finer: '0001', source: 'urn:a', id: 'a' })).toBeLessThan(0);
    expect(compareReadingOrder(fact, { ...fact, source: 'urn:c', id: 'a' })).toBeLessThan(0);
    expect(compareReadingOrder(fact, { ...fact, id: 'c' })).toBeLessThan(0);
    expect(compareReadingOrder(fact, { ...fact })).toBe(0);
  });
});
