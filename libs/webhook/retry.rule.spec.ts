import { describe, expect, it } from '@jest/globals';
import { pauseAfterAttempt, TRIED_FOR } from './retry.rule.js';

const HOUR = 3_600_000;

describe('the pause after an attempt', () => {
  it('is about twice as long each time, six hours at most, never less than half', () => {
    const longest = Array.from({ length: 20 }, (_, index) => pauseAfterAttempt(index + 1, 1));
    expect(longest.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(longest.at(-1)).toBe(6 * HOUR);
    for (const [index, whole] of longest.entries()) {
      expect(pauseAfterAttempt(index + 1, 0)).toBe(whole / 2);
      expect(pauseAfterAttempt(index + 1, 0.5)).toBeCloseTo(whole * 0.75, -1);
    }
  });

  it('leaves room for two dozen attempts and more in three days', () => {
    let [attempts, at] = [0, 0];
    for (; at <= TRIED_FOR; attempts += 1) at += pauseAfterAttempt(attempts + 1, 1);
    expect(attempts).toBeGreaterThan(23);
    expect(attempts).toBeLessThan(30);
  });
});
