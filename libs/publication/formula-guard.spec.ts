import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guardedText } from './formula-guard.codec.js';
import { anyText, seed } from './publication.testkit.js';

describe('a guarded text', () => {
  it('begins no formula, whatever it was', () => {
    fc.assert(
      fc.property(anyText, (text) => expect(guardedText(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u)),
      { seed, numRuns: 1_000 },
    );
  });

  it('gives the text back without the apostrophe that it begins with', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(guardedText(text).replace(/^'/, '')).toBe(text)),
      { seed },
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['-1', "'-1"],
    ["'tis", "''tis"],
    ['\u0000=1', '\ufffd=1'],
    ['a=1', 'a=1'],
    ['', ''],
    ['😀\ud800', '😀\ufffd'],
  ])('%j is %j', (text, guarded) => {
    expect(guardedText(text)).toBe(guarded);
  });
});
