import { describe, expect, it } from '@jest/globals';
import { onceInAWhile } from './once-in-a-while.rule.js';

describe('a line that is said once in a while', () => {
  it('is said at first and again after a time, each line for itself', () => {
    let now = 0;
    const isNews = onceInAWhile(10, () => now);
    const heard = [0, 5, 9, 10, 19, 20].map((at) => {
      now = at;
      return isNews('away');
    });
    expect(heard).toEqual([true, false, false, true, false, true]);
    expect(isNews('back')).toBe(true);
  });

  it('remembers a bounded number of lines', () => {
    const isNews = onceInAWhile(10, () => 0);
    for (let n = 0; n < 150; n += 1) expect(isNews(String(n))).toBe(true);
    expect(isNews('149')).toBe(false);
    expect(isNews('0')).toBe(true);
  });
});
