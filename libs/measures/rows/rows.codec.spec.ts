import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeRows, encodeRows } from './rows.codec.js';
import { noRows } from './rows.measure.js';
import { rowsFrom, someDifferences } from './rows.testkit.js';

const seeded = { seed: 20260401, numRuns: 100 };
const threeRows = rowsFrom([
  [0, 1, 20_544, 20_545, -1, 1],
  [0, 2, 20_544, 20_545, 0x7fffffff, -1],
  [3, 1, 20_544, 20_545, 0, 2],
]);

/** The bytes of 32-bit words, least byte first. */
function bytesOf(words: readonly number[]): Uint8Array {
  return Uint8Array.from(words.flatMap((word) => [word, word >> 8, word >> 16, word >> 24].map((byte) => byte & 0xff)));
}

describe('rows as bytes', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(someDifferences, (differences) => {
        const rows = rowsFrom(differences);
        expect(decodeRows(encodeRows(rows))).toEqual(rows);
      }),
      seeded,
    );
  });

  it('come back from wherever in memory they lie', () => {
    fc.assert(
      fc.property(someDifferences, fc.nat(9), (differences, offset) => {
        const rows = rowsFrom(differences);
        const bytes = encodeRows(rows);
        const amid = new Uint8Array(bytes.length + 20).fill(255);
        amid.set(bytes, offset);
        expect(decodeRows(amid.subarray(offset, offset + bytes.length))).toEqual(rows);
      }),
      seeded,
    );
  });

  it('come back from a Buffer, whose slices share the memory of a pool', () => {
    expect(decodeRows(Buffer.from(encodeRows(threeRows)))).toEqual(threeRows);
  });

  it('are version, number of measures, (measure, rows) for each, and then the columns', () => {
    expect(encodeRows(threeRows)).toEqual(
      bytesOf([
        ...[1, 2],
        ...[0, 2, 3, 1],
        ...[1, 2, 1],
        ...[20_544, 20_544, 20_544],
        ...[20_545, 20_545, 20_545],
        ...[-1, 0x7fffffff, 0],
        ...[1, -1, 2],
      ]),
    );
    expect(encodeRows(noRows)).toEqual(bytesOf([1, 0]));
    expect(decodeRows(bytesOf([1, 0]))).toEqual(noRows);
  });

  it.each([
    ['nothing', bytesOf([])],
    ['part of a word', encodeRows(threeRows).subarray(0, 41)],
    ['another version', bytesOf([2, 0])],
    ['columns of different length', encodeRows(threeRows).subarray(0, 80)],
    ['more measures than there is room for', bytesOf([1, 2, 0, 1])],
    ['a negative number of measures', bytesOf([1, -1, 0, 0, 0])],
    ['a measure without rows', withWord(encodeRows(threeRows), 3, 0)],
    ['measures with more rows than there are', withWord(encodeRows(threeRows), 3, 5)],
    ['measures with fewer rows than there are', withWord(encodeRows(threeRows), 3, 1)],
  ])('are refused where they are %s', (_, bytes) => {
    expect(() => decodeRows(bytes)).toThrow(RangeError);
  });
});

function withWord(bytes: Uint8Array, place: number, word: number): Uint8Array {
  const changed = new Int32Array(new Uint8Array(bytes).buffer);
  changed[place] = word;
  return new Uint8Array(changed.buffer);
}
