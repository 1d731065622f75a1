import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NewRecord } from './event-log.port.js';
import { decodeRecords, encodeRecords, recordAt, splitIntoBlocks } from './record-block.codec.js';

const seed = 20260401;
const text = fc.string({
  unit: fc.constantFrom('{', '"', '\\', 'ü', 'Ⅳ', '\u{1f600}', '\u0000', '\ufeff', '\ud800'),
  maxLength: 20,
});
const records: fc.Arbitrary<NewRecord[]> = fc.array(
  fc.record(
    { key: text, value: text, headers: fc.dictionary(text, text, { maxKeys: 3 }) },
    { requiredKeys: ['key', 'value'] },
  ),
  { maxLength: 30 },
);

describe('a block of records', () => {
  it('decodes to the records that were encoded', () => {
    fc.assert(
      fc.property(records, fc.nat(), (given, offset) => {
        const place = { partition: 3, offset, appendedAt: 1_775_000_000_000 };
        const { compressed, bytes } = encodeRecords(given);
        const decoded = decodeRecords(compressed, place);
        expect(decoded.records).toEqual(given.map((one, index) => recordAt(one, { ...place, offset: offset + index })));
        expect(decoded.bytes).toBe(bytes);
      }),
      { seed },
    );
  });

  it('of a later format is refused', () => {
    const later = zstdCompressSync(Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    expect(() => decodeRecords(later, { partition: 0, offset: 0, appendedAt: 0 })).toThrow('unknown format 2');
  });
});

describe('splitting into blocks', () => {
  it('keeps every record in order, in blocks that are small enough or hold one record', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 400 }), (given, mostBytes) => {
        const blocks = splitIntoBlocks(given, mostBytes);
        expect(blocks.flat()).toEqual(given);
        for (const block of blocks) {
          const bytes = block.reduce(
            (sum, { key, value }) => sum + 12 + Buffer.byteLength(key) + Buffer.byteLength(value),
            0,
          );
          expect(block.length === 1 || bytes <= mostBytes).toBe(true);
          expect(block.length).toBeGreaterThan(0);
        }
      }),
      { seed },
    );
  });
});
