import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pageMarkText, readPageMark } from './page-mark.codec.js';

describe('the mark of a page', () => {
  it('is read as it was written', () => {
    const offsets = fc.nat(1e9);
    const marks = fc.record({ listed: offsets, total: offsets, positions: fc.array(offsets, { minLength: 1 }) });
    fc.assert(
      fc.property(marks, (mark) => {
        expect(readPageMark(pageMarkText(mark))).toEqual(mark);
      }),
      { seed: 7 },
    );
  });

  it.each(['', '1', '1-2', '1-2-', '1-2-3.', '-1-2-3', '1-2-3-4', '1-2-x', `1-2-${'9'.repeat(16)}`, '1.5-2-3'])(
    'is not %j',
    (text) => {
      expect(readPageMark(text)).toBeNull();
    },
  );
});
