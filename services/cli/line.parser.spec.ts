import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linesOf, type Line } from './line.parser.js';

async function read(text: string, cuts: readonly number[] = []): Promise<readonly Line[]> {
  const bytes = new TextEncoder().encode(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
  const lines: Line[] = [];
  for await (const some of linesOf(asynchronous(chunks))) lines.push(...some);
  return lines;
}

async function* asynchronous(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

describe('lines of a file', () => {
  it('are numbered from 1, empty ones too, and those are left out', async () => {
    expect(await read('a\n\n \r\nb\r\nc')).toEqual([
      { number: 1, text: 'a' },
      { number: 4, text: 'b' },
      { number: 5, text: 'c' },
    ]);
  });

  it('end at a line feed only: other separators may stand inside JSON text', async () => {
    expect(await read('{"a":"\u2028\u2029\u0085"}\n')).toHaveLength(1);
  });

  it('are the same wherever the chunks are cut, in the middle of a character too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('é', '😀', 'x', '\n', '\r\n') }),
        fc.array(fc.nat(99)),
        async (text, cuts) => {
          expect(await read(text, cuts)).toEqual(await read(text));
        },
      ),
      { seed: 20260401, numRuns: 200 },
    );
  });
});
