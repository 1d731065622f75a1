import { describe, expect, it } from '@jest/globals';
import { evidenceWords, gapWords } from './evidence.words.js';

describe('what stands for a measure of the framework', () => {
  it.each([
    [{ kind: 'computed' as const }, 'Counted from events', 'There is no figure for this yet.'],
    [
      { kind: 'survey' as const, survey: 'staff' },
      'A yearly survey of the agency’s staff',
      'No answers to this question have come in yet.',
    ],
    [
      { kind: 'survey' as const, survey: 'ghosts' },
      'A yearly survey of those concerned',
      'No answers to this question have come in yet.',
    ],
    [{ kind: 'reported' as const }, 'A figure reported once a year', 'Nothing has been reported yet.'],
    [
      { kind: 'narrative' as const },
      'An account in words, once a year; it is never scored',
      'Nothing has been written yet.',
    ],
  ])('of %j is told in words, and so is its absence', (given, words, gap) => {
    const evidence = { relation: 'direct' as const, ...given };
    expect({ words: evidenceWords(evidence), gap: gapWords(evidence) }).toEqual({ words, gap });
  });
});
