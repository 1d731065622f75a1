import { describe, expect, it } from '@jest/globals';
import { oldestAppendOf } from './oldest-append.rule.js';

describe('the oldest event of a checkpoint', () => {
  it('is the first of any fact', () => {
    const feeds = {
      'call.ended': { first: 40, last: 90, count: 3 },
      'feedback.given': { first: 30, last: 30, count: 1 },
    };
    expect(oldestAppendOf({ feeds, throughAppendedAt: 100 })).toBe(30);
  });

  it('is the last one where all of them are in quarantine', () => {
    expect(oldestAppendOf({ feeds: {}, throughAppendedAt: 100 })).toBe(100);
  });
});
