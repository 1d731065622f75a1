import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { murmur2, partitionOf } from './partitioner.rule.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** ASCII only or not, short or longer than a case reference may be, lone surrogates included. */
const keys = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('C', '0', '-', 'ü', 'Ⅳ', '\u{1f600}', '\ud800'), maxLength: 300 }),
);

describe('murmur2', () => {
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('gives Kafka’s own test value for %s', (text, hash) => {
    expect(murmur2(utf8(text))).toBe(hash);
  });
});

describe('the partition of a key', () => {
  it('is murmur2 of the UTF-8 bytes, without the sign bit, modulo the partitions, whatever the key', () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 64 }), (key, partitions) => {
        expect(partitionOf(key, partitions)).toBe((murmur2(utf8(key)) & 0x7fffffff) % partitions);
      }),
      { seed: 20260401 },
    );
  });

  it('takes a negative hash without its sign', () => {
    expect(partitionOf('foobar', 6)).toBe((-790332482 & 0x7fffffff) % 6);
    expect(partitionOf('foobar', 6)).toBeGreaterThanOrEqual(0);
  });

  it('spreads case references over all partitions', () => {
    const partitions = Array.from({ length: 600 }, (_, n) => partitionOf(`C${String(n).padStart(6, '0')}`, 6));
    expect(new Set(partitions).size).toBe(6);
  });

  it('takes long keys and keys beyond ASCII', () => {
    const long = 'x'.repeat(1000);
    expect(partitionOf(long, 12)).toBe((murmur2(utf8(long)) & 0x7fffffff) % 12);
    expect(partitionOf('Ceàrn-Ⅳ', 12)).toBe((murmur2(utf8('Ceàrn-Ⅳ')) & 0x7fffffff) % 12);
  });
});
