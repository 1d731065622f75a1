import { describe, expect, it } from '@jest/globals';
import { MOST_WORDS, wordsIn } from '../figures/sentence.words.js';
import { allowanceText, changeText, sinceText } from './attention.words.js';

const since = '2026-11-20T09:30:00Z';

describe('attention in words', () => {
  it.each([
    [sinceText({ since: null, changedFrom: null }), null],
    [sinceText({ since, changedFrom: null }), 'It was like this when first looked at, on 20 November 2026.'],
    [
      sinceText({ since, changedFrom: 'on-target' }),
      'It has been like this since 20 November 2026, 09:30; before that it was “On target”.',
    ],
    [
      sinceText({ since: '2026-06-30T23:30:00Z', changedFrom: null }),
      'It was like this when first looked at, on 1 July 2026.',
    ],
    [allowanceText({ allowance: null }), null],
    [
      allowanceText({ allowance: { text: '18 of 20 allowed late decisions used this year' } }),
      '18 of 20 allowed late decisions used this year.',
    ],
    [
      changeText({ from: 'on-target', to: 'gone-quiet', period: '2026-10' }),
      'went from “On target” to “Gone quiet” (October 2026).',
    ],
    [
      changeText({ from: 'too-few', to: 'off-target', period: '2025-26' }),
      'went from “Too few to say” to “Off target” (2025-26).',
    ],
  ])('%# reads as a person would say it', (said, text) => {
    expect(said).toBe(text);
    expect(wordsIn(said ?? '')).toBeLessThanOrEqual(MOST_WORDS);
  });
});
