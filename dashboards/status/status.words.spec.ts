import { describe, expect, it } from '@jest/globals';
import { factWords, freshnessSentence } from './status.words.js';

const countedTo = '2026-11-23T10:42:00Z';
const then = Date.parse(countedTo);

describe('how far the figures are', () => {
  it.each([
    [0, 'up to date'],
    [59_999, 'up to date'],
    [60_000, 'behind'],
  ])('is said: %i ms later they are %s', (later, words) => {
    expect(freshnessSentence(countedTo, then + later)).toBe(
      `The figures are ${words}: they are counted to 23 November 2026, 10:42.`,
    );
  });
});

it('a fact is named without dots and dashes', () => {
  expect(factWords('application.part2-received')).toBe('application part2 received');
});
