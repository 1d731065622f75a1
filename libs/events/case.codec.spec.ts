import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedFact } from './case.codec.js';
import { decodeFacts, encodeFacts } from './case.codec.js';
import { cases, seeded } from './fact.testkit.js';

function corrected(data: Readonly<Record<string, unknown>>, id = 'e-1'): RecordedFact {
  return {
    name: 'fact.corrected',
    data: { source: 'urn:x', id: '1', data },
    source: 'urn:x',
    id,
    at: Date.UTC(2025, 4, 6),
    finer: '0001',
    recordDay: 20_214,
    offset: Number.MAX_SAFE_INTEGER,
  };
}

describe('laws of the stored form', () => {
  it('gives back the facts of a case, one by one and in their order', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        expect(decodeFacts(encodeFacts(facts))).toEqual(facts);
      }),
      seeded,
    );
  });

  it('gives back any JSON value that a correction may hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true }), (data) => {
        const facts = [corrected(JSON.parse(JSON.stringify(data)))];
        expect(decodeFacts(encodeFacts(facts))).toEqual(facts);
      }),
      seeded,
    );
  });
});

describe('the stored form', () => {
  it.each([
    ['no facts', []],
    [
      'numbers of every size',
      [corrected({ a: [0, -0, 127, 128, 2 ** 31, 2 ** 53 - 1, 2 ** 53, -1, 0.1, 1e300, 5e-324] })],
    ],
    ['texts within Latin-1', [corrected({ a: '\u0000é\u0080ÿ' })]],
    ['texts beyond it', [corrected({ a: '😀ﬁ', '𝒜': 'é' }, '😀'), corrected({}, 'ﬁ')]],
    ['half a pair of surrogates', [corrected({ a: '\ud800', b: '\udc00' })]],
    ['a long text', [corrected({ a: 'x'.repeat(60_000), b: '😀'.repeat(15_000) })]],
    ['many facts', Array.from({ length: 1_000 }, (_, index) => corrected({ a: index }, `e-${index}`))],
  ])('keeps %s', (_, facts) => {
    expect(decodeFacts(encodeFacts(facts))).toEqual(facts);
  });

  it('leaves out what is no part of a recorded fact', () => {
    const extended = { ...corrected({}), subject: 'case-1' };
    expect(decodeFacts(encodeFacts([extended]))).toEqual([corrected({})]);
  });

  it('begins with its version; another is not read', () => {
    const bytes = encodeFacts([corrected({})]);
    expect(bytes[0]).toBe(1);
    expect(() => decodeFacts(Uint8Array.from([2, ...bytes.slice(1)]))).toThrow('another form');
  });

  it('is not read when it has been cut off', () => {
    const bytes = encodeFacts([corrected({ a: 'text' })]);
    expect(() => decodeFacts(bytes.slice(0, -1))).toThrow('damaged');
  });
});
