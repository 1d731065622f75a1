import { describe, expect, it } from '@jest/globals';
import {
  classificationInWords,
  classificationOf,
  classificationOfLive,
  type Classified,
} from './classification.rule.js';

const live: Classified = { status: [], whileLive: 'management information', release: null, synthetic: false };

describe('the classification of a figure', () => {
  it.each([
    [live, 'Management information, live, final'],
    [{ ...live, status: ['p'], synthetic: true }, 'Management information, live, provisional, synthetic data'],
    [{ ...live, whileLive: 'official statistic' }, 'Official statistic, live, final'],
    [{ ...live, release: { state: 'final' } }, 'Official statistic, released, final'],
    [{ ...live, release: { state: 'final' }, status: ['p'] }, 'Official statistic, released, provisional'],
    [
      { ...live, release: { state: 'provisional' }, synthetic: true },
      'Official statistic, released, provisional, synthetic data',
    ],
  ] satisfies readonly [Classified, string][])('%#: %j', (figure, words) => {
    expect(classificationInWords(classificationOf(figure))).toBe(words);
  });

  it('is provisional for live figures together where one of them is', () => {
    const final = { kind: 'official statistic', published: 'live', certainty: 'final', synthetic: true };
    expect(classificationOfLive([{ status: ['r'] }, { status: [] }], 'official statistic')).toEqual(final);
    expect(classificationOfLive([{ status: [] }, { status: ['p'] }], 'official statistic')).toEqual({
      ...final,
      certainty: 'provisional',
    });
  });
});
