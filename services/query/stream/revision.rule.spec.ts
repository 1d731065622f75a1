import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLastEventId, Revisions } from './revision.rule.js';

describe('a revision', () => {
  it('only grows, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1 }), (clock) => {
        const revisions = new Revisions(500);
        for (const now of clock) {
          const before = revisions.latest;
          revisions.advance(now);
          expect(revisions.latest).toBeGreaterThan(before);
          expect(revisions.latest).toBeGreaterThanOrEqual(now);
        }
      }),
      { seed: 20260605 },
    );
  });

  it('of a later process is greater, as long as the clock goes forward', () => {
    const before = new Revisions(1_000);
    for (const now of [1_250, 1_500]) before.advance(now);
    expect(new Revisions(1_501).first).toBeGreaterThan(before.latest);
  });
});

describe('the id that a reader has last seen', () => {
  const revisions = new Revisions(1_000);
  revisions.advance(2_000);

  it.each([
    [undefined, 'nowhere'],
    ['', 'nowhere'],
    ['1000', 1_000],
    ['1999', 1_999],
    ['2000', 2_000],
    ['999', 'too-old'],
    ['0', 'too-old'],
    ['2001', 'unknown'],
    ['-1000', 'unknown'],
    ['1e3', 'unknown'],
    ['1000.0', 'unknown'],
    ['yesterday', 'unknown'],
    ['9'.repeat(400), 'unknown'],
  ])('%j: %s', (header, leftOff) => {
    expect(readLastEventId(header, revisions)).toBe(leftOff);
  });
});
