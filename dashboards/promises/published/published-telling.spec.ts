import { describe, expect, it } from '@jest/globals';
import type { ReleasedRow } from '../../query-client/releases.fact.js';
import { publishedTelling, publishedTellingSentence, untoldSentence } from './published-telling.words.js';

const reported: ReleasedRow = {
  framework: 'S3-M58',
  title: 'Staff diversity',
  evidence: { kind: 'reported', measure: null, relation: 'direct' },
  ...{ value: 0.86, numerator: 90, denominator: 105, interval: null },
  ...{ unit: null, status: [], text: 'A made-up headcount.' },
};
const narrative: ReleasedRow = {
  ...reported,
  evidence: { kind: 'narrative', measure: null, relation: 'direct' },
  ...{ value: null, numerator: null, denominator: null, status: ['z'] },
};

describe('what people told, as it was published', () => {
  it.each([
    ['Reported for 2025-26: 86% (90 of 105).', reported],
    ['Reported for 2025-26: 86% (90 of 105).', { ...reported, value: 86 }],
    ['Reported for 2025-26: 0.525.', { ...reported, value: 0.525, numerator: null, denominator: null }],
    [
      'A figure was reported for 2025-26. It is held back to protect people.',
      { ...reported, value: null, numerator: null, denominator: null, status: ['c' as const] },
    ],
    ['Told in words for 2025-26.', narrative],
  ])('is said so: %s', (sentence, row) => {
    expect(publishedTellingSentence(row, '2025-26')).toBe(sentence);
  });

  it('is said not to be there', () => {
    expect(untoldSentence({ kind: 'narrative', relation: 'direct' }, '2025-26')).toBe(
      'Nothing was written for 2025-26.',
    );
    expect(untoldSentence({ kind: 'reported', relation: 'direct' }, '2025-26')).toBe(
      'Nothing was reported for 2025-26.',
    );
  });

  it('is found by the measure of the framework and what stands for it', () => {
    const evidence = { kind: 'narrative', relation: 'direct' } as const;
    expect(publishedTelling({ framework: 'S3-M58', evidence }, [reported, narrative])).toBe(narrative);
    expect(publishedTelling({ framework: 'S3-M59', evidence }, [reported, narrative])).toBeNull();
  });

  it('is nothing where the row names a gap, or was counted', () => {
    const evidence = { kind: 'reported', relation: 'direct' } as const;
    expect(publishedTelling({ framework: 'S3-M58', evidence }, [{ ...reported, status: ['x'] }])).toBeNull();
    const counted = { ...reported, evidence: { kind: 'computed' as const, measure: 'm', relation: 'direct' as const } };
    expect(
      publishedTelling({ framework: 'S3-M58', evidence: { kind: 'computed', relation: 'direct' } }, [counted]),
    ).toBeNull();
  });
});
