import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadRegister } from '../../../libs/register/register.store.js';
import { rulesOf } from '../../../libs/register/register-rules.rule.js';
import type { FeedSeen } from '../../../libs/store/engine-store.port.js';
import { feedStateAt } from './feed-state.rule.js';

const { calendar } = rulesOf(loadRegister());
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A feed seen so many times in all, evenly, the last time at a moment. */
function seen(count: number, interval: number, last: string): FeedSeen {
  const at = Date.parse(last);
  return { first: at - (count - 1) * interval, last: at, count };
}

describe('a feed', () => {
  it.each([
    ['silent for two working days', seen(100, HOUR, '2026-06-22T12:00Z'), '2026-06-24T22:59Z', 'normal'],
    ['silent for three, a Tuesday to a Thursday', seen(100, HOUR, '2026-06-22T12:00Z'), '2026-06-25T23:00Z', 'quiet'],
    ['silent over a weekend', seen(100, HOUR, '2026-06-19T16:00Z'), '2026-06-22T08:00Z', 'normal'],
    ['silent over Easter', seen(100, HOUR, '2026-04-01T16:00Z'), '2026-04-06T22:59Z', 'normal'],
    ['silent over Christmas', seen(100, HOUR, '2026-12-24T16:00Z'), '2026-12-30T08:00Z', 'normal'],
    ['seen daily, silent for ten days', seen(5, DAY, '2026-06-01T12:00Z'), '2026-06-11T12:00Z', 'normal'],
    ['seen daily, silent for longer', seen(5, DAY, '2026-06-01T12:00Z'), '2026-06-11T12:01Z', 'quiet'],
    ['seen too seldom to judge', seen(4, HOUR, '2020-06-01T12:00Z'), '2026-06-11T12:00Z', 'normal'],
    ['recorded in one burst', seen(50, 0, '2026-06-01T12:00Z'), '2026-06-05T12:00Z', 'quiet'],
    ['seen after this moment', seen(50, HOUR, '2026-06-01T12:00Z'), '2026-05-01T12:00Z', 'normal'],
    ['silent before the calendar begins', seen(50, HOUR, '1990-06-01T12:00Z'), '1990-06-05T12:00Z', 'quiet'],
    ['never seen', undefined, '2026-06-11T12:00Z', 'quiet'],
  ] as const)('%s', (_, feed, now, state) => {
    expect(feedStateAt(Date.parse(now), 'call.ended', feed, calendar)).toBe(state);
  });

  it.each([
    ['not before the next is due', '2026-06-30T12:00Z', 'normal'],
    ['when that has not come', '2026-07-05T12:00Z', 'quiet'],
  ])('of a survey, which is held once a year, goes quiet %s', (_, now, state) => {
    const held = seen(600, HOUR, '2025-06-01T12:00Z');
    expect(feedStateAt(Date.parse(now), 'survey.response-recorded', held, calendar)).toBe(state);
  });

  it('that has gone quiet stays so until it is seen again', () => {
    const moment = fc.integer({ min: 0, max: 60 * DAY });
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 500 }),
        fc.integer({ min: 0, max: DAY }),
        moment,
        moment,
        (count, every, a, b) => {
          const feed = seen(count, every, '2026-03-20T12:00Z');
          const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
          const isQuiet = (after: number): boolean =>
            feedStateAt(feed.last + after, 'call.ended', feed, calendar) === 'quiet';
          expect(isQuiet(later) || !isQuiet(sooner)).toBe(true);
        },
      ),
      { seed: 20260615 },
    );
  });
});
