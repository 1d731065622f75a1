import { describe, expect, it } from '@jest/globals';
import { measureNamed } from '../../../libs/measures/figures/holdings.testkit.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { rulesOf } from '../../../libs/register/register-rules.rule.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import type { Feeds } from '../../../libs/store/feeds.rule.js';
import { quietSince } from './gone-quiet.rule.js';

const { calendar } = rulesOf(loadRegister());
const HOUR = 3_600_000;
const NOW = Date.parse('2026-06-30T12:00:00Z');
/** Seen every hour until now, or until ten days ago. */
const going = { first: NOW - 999 * HOUR, last: NOW, count: 1_000 };
const gone = { first: NOW - 999 * HOUR, last: NOW - 240 * HOUR, count: 760 };

describe('a measure has gone quiet, since the last was seen of what begins it', () => {
  it.each<readonly [string, string, Feeds, number | null]>([
    ['when claims no longer come', 'decisions-in-time', { 'application.received': gone }, gone.last],
    ['not while they do', 'decisions-in-time', { 'application.received': going, 'decision.made': gone }, null],
    ['not before anything came', 'decisions-in-time', {}, null],
    ['not when other things stay away', 'call-wait', { 'application.received': gone, 'call.ended': going }, null],
    [
      'when what it counts within claims no longer comes, though claims do',
      'payments-on-time',
      { 'application.received': going, 'payment.promised': gone },
      gone.last,
    ],
    [
      'not while one of its beginnings comes',
      'right-first-time',
      { 'redetermination.requested': gone, 'appeal.lodged': going },
      null,
    ],
    ['when the only one that ever came is gone', 'right-first-time', { 'redetermination.requested': gone }, gone.last],
    [
      'since the latest of them',
      'right-first-time',
      { 'redetermination.requested': gone, 'appeal.lodged': { ...gone, last: gone.last + HOUR } },
      gone.last + HOUR,
    ],
    ['not when forms alone stay away', 'decisions-made', { 'equality.form-recorded': gone }, null],
  ])('%s', (_, id, feeds, since) => {
    expect(quietSince(measureNamed(id), feeds, NOW, calendar)).toBe(since);
  });

  it.each(measures.map((measure) => [measure.id, measure] as const))('can be told of %s', (_, measure) => {
    const longGone = { ...gone, last: NOW - 400 * 24 * HOUR };
    const allGone = new Proxy<Feeds>({}, { get: () => longGone });
    expect(quietSince(measure, allGone, NOW, calendar)).toBe(longGone.last);
  });
});
