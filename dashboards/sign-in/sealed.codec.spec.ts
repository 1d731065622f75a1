import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Sealing } from './sealed.codec.js';

const SEED = 20_261_124;
const KEY = new Uint8Array(32).fill(7);
let now = Date.parse('2026-11-24T09:00:00Z');
const sealing = new Sealing(KEY, () => now);
const content = { token: 'a token', viewer: 'staff' };

describe('a sealed text', () => {
  it('is opened as it was sealed, and shows nothing of what it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string()), async (any) => {
        const sealed = await sealing.seal('session', any, 60);
        expect(await sealing.open('session', sealed)).toEqual({ ...any });
        expect(sealed).toMatch(/^[A-Za-z0-9_.-]+$/);
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  it('is not opened where a single character was changed', async () => {
    const sealed = await sealing.seal('session', content, 60);
    for (let at = 0; at < sealed.length; at++) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      const opened = await sealing.open('session', changed);
      // The last character of a part may hold bits that stand for nothing.
      if (opened !== null) expect(opened).toEqual(content);
      if (sealed[at + 1] !== '.' && at < sealed.length - 1) expect(opened).toBeNull();
    }
  });

  it('is not opened for another purpose, with another key, or after its time', async () => {
    const sealed = await sealing.seal('attempt', content, 60);
    expect(await sealing.open('session', sealed)).toBeNull();
    expect(await new Sealing(new Uint8Array(32).fill(8), () => now).open('attempt', sealed)).toBeNull();
    now += 59_000;
    expect(await sealing.open('attempt', sealed)).toEqual(content);
    now += 2_000;
    expect(await sealing.open('attempt', sealed)).toBeNull();
  });

  it.each(['', '.', '....', 'eyJhbGciOiJub25lIn0.e30.', 'x'.repeat(9_000)])('is not %j', async (text) => {
    expect(await sealing.open('session', text)).toBeNull();
  });
});
