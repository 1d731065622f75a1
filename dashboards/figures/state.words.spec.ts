import { describe, expect, it } from '@jest/globals';
import type { Kind, Objective, Observation, Standing, State } from '../query-client/answers.fact.js';
import { measuresWithPhrases } from './figure.words.js';
import { MOST_WORDS, wordsIn } from './sentence.words.js';
import { stateOf } from './state.words.js';
import { measureOf, monthsFrom, proportionOf } from './story.testkit.js';

const STATES: readonly State[] = [
  'on-target',
  'off-target',
  'no-clear-change',
  'too-few',
  'gone-quiet',
  'no-target',
  'gap',
];
const agency: Objective = { op: 'gte', value: 0.9, role: 'agency', source: 'charter commitment' };

function standingOf(
  state: State,
  figure: Partial<Observation>,
  given: Partial<Standing> & { readonly id?: string; readonly kind?: Kind } = {},
): Standing {
  const { id = 'decisions-in-time', kind = 'limit', ...rest } = given;
  const [before, latest] = monthsFrom('2026-09-01', [figure, figure]);
  if (before === undefined || latest === undefined) throw new Error('two months');
  const year = latest;
  return {
    measure: measureOf(id, kind),
    grain: 'month',
    latest,
    before,
    year,
    objective: agency,
    state,
    missed: null,
    quietSince: null,
    since: null,
    changedFrom: null,
    allowance: null,
    ...rest,
  };
}

describe('every state', () => {
  it.each(STATES)('%s has a word and sentences of at most 25 words, for every measure', (state) => {
    for (const id of measuresWithPhrases) {
      for (const objective of [agency, { ...agency, role: 'assumption' as const }, null]) {
        const standing = standingOf(state, proportionOf(1_066, 1_300), { id, objective, missed: 234 });
        const { word, sentence } = stateOf(standing, 'staff');
        expect(wordsIn(word)).toBeLessThanOrEqual(4);
        expect(sentence).toMatch(/^[^a-z].*\.$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|\.\./);
        for (const one of sentence.split(/(?<=\.) /)) expect(wordsIn(one)).toBeLessThanOrEqual(MOST_WORDS);
      }
    }
  });

  it.each<[Standing, string, string]>([
    [
      standingOf('off-target', proportionOf(82, 100), { missed: 18 }),
      'Off target',
      '82.0% of decisions were made in time in October; the aim is 90%. 18 were late.',
    ],
    [
      standingOf('off-target', proportionOf(99, 100), { missed: 1, id: 'calls-answered' }),
      'Off target',
      '99.0% of calls were answered in October; the aim is 90%. 1 was not.',
    ],
    [
      standingOf('on-target', proportionOf(960, 1_000)),
      'On target',
      '96.0% of decisions were made in time in October; the aim is 90%.',
    ],
    [
      standingOf('no-clear-change', proportionOf(88, 100)),
      'Too close to tell',
      '88.0% of decisions were made in time in October; the aim is 90%. Chance alone could explain the difference.',
    ],
    [
      standingOf('too-few', proportionOf(3, 12)),
      'Too few to say',
      'Only 12 counted in October 2026. That is too few to hold against the aim of 90%.',
    ],
    [
      standingOf(
        'gone-quiet',
        { value: 0 },
        { kind: 'count', id: 'complaints-received', quietSince: '2026-11-03T09:00:00Z' },
      ),
      'Gone quiet',
      'No complaints have come in since 3 November 2026.',
    ],
    [
      standingOf('no-target', proportionOf(82, 100), { objective: { ...agency, role: 'assumption' } }),
      'No target',
      '82.0% of decisions were made in time in October. There is no target: 90% is a demonstration line only.',
    ],
    [
      standingOf('no-target', { value: 300 }, { kind: 'mean', id: 'call-wait', objective: null }),
      'No target',
      'On average callers waited 5 min in October. There is no target.',
    ],
    [standingOf('gap', { status: ['x'] }), 'No figure yet', 'The figure for October 2026 is not available.'],
  ])('%# reads as a person would say it', (standing, word, sentence) => {
    expect(stateOf(standing, 'staff')).toEqual({ word, sentence });
  });

  it('claims nothing of each where all is the aim and counts are rounded', () => {
    const standing = standingOf('no-clear-change', proportionOf(100, 100), { objective: { ...agency, value: 1 } });
    expect(stateOf(standing, 'scrutiny').sentence).toBe(
      '100% of decisions were made in time in October; the aim is 100%. ' +
        'Counts are rounded: that is too rough to say whether it was met.',
    );
  });
});
