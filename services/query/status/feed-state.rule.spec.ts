import { describe, expect, it } from '@jest/globals';
import { feedStateAt } from './feed-state.rule.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A feed seen so many times in all, evenly, until the moment 0. */
function seen(
  count: number,
  interval: number,
): { readonly first: number; readonly last: number; readonly count: number } {
  return { first: -(count - 1) * interval, last: 0, count };
}

describe('a feed', () => {
  it.each([
    ['seen hourly, silent for three days', seen(100, HOUR), 3 * DAY, 'normal'],
    ['seen hourly, silent for longer', seen(100, HOUR), 3 * DAY + 1, 'quiet'],
    ['seen daily, silent for ten days', seen(5, DAY), 10 * DAY, 'normal'],
    ['seen daily, silent for longer', seen(5, DAY), 10 * DAY + 1, 'quiet'],
    ['seen too seldom to judge', seen(4, HOUR), 1000 * DAY, 'normal'],
    ['seen in one burst', seen(50, 0), 4 * DAY, 'quiet'],
    ['seen after this moment', seen(50, HOUR), -DAY, 'normal'],
    ['never seen', undefined, 0, 'quiet'],
  ] as const)('%s', (_, feed, now, state) => {
    expect(feedStateAt(now, feed)).toBe(state);
  });
});
