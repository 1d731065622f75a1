import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Indicator, State } from '../query-client/answers.fact.js';
import { attentionOf, indicatorOf, standingOf } from '../query-client/example-answers.testkit.js';
import type { FiguresTold } from './figures-told.fact.js';
import { goingOf } from './going.story.js';
import { toldLive } from './measure-told.story.js';

const SEED = 20_261_123;

const states: readonly State[] = [
  'on-target',
  'off-target',
  'no-clear-change',
  'too-few',
  'gone-quiet',
  'no-target',
  'gap',
];
const ids = ['decisions-in-time', 'calls-answered', 'payments-on-time', 'right-first-time', 'formats-supplied'];

const anyIndicators: fc.Arbitrary<readonly Indicator[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom('computed' as const, 'survey' as const, 'reported' as const, 'narrative' as const),
      relation: fc.constantFrom('direct' as const, 'proxy' as const),
      id: fc.constantFrom(...ids),
    })
    .map(({ kind, relation, id }) => indicatorOf({ kind, relation, ...(kind === 'computed' ? { measure: id } : {}) })),
  { maxLength: 8 },
);
const anyStates = fc.array(fc.constantFrom(...states), { minLength: ids.length, maxLength: ids.length });

/** How each of the measures stands. */
const toldOf = (of: readonly State[]): FiguresTold => ({
  measures: toldLive(attentionOf(ids.map((id, index) => standingOf(id, of[index] ?? 'gap')))),
  published: null,
});
const direct = (measure: string): Indicator => indicatorOf({ measure });

describe('how a promise is going', () => {
  it('is told in one to three sentences, from the states of its own figures alone', () => {
    fc.assert(
      fc.property(anyIndicators, anyStates, (indicators, of) => {
        const { sentences, states: shown, figures } = goingOf(indicators, toldOf(of));
        expect(sentences.length).toBeGreaterThanOrEqual(1);
        expect(sentences.length).toBeLessThanOrEqual(3);
        expect(sentences.every((sentence) => /^[A-Z0-9].*\.$/.test(sentence))).toBe(true);

        const own = indicators.filter(({ evidence }) => evidence.kind === 'computed' && evidence.relation === 'direct');
        const measures = new Set(own.map(({ evidence }) => evidence.measure));
        const stands = ids.flatMap((id, index) => (measures.has(id) ? [of[index] ?? 'gap'] : []));
        expect(figures).toBe(stands.filter((state) => state !== 'gap').length);
        const telling = stands.filter((state) => state !== 'gap' && state !== 'no-target');
        expect(new Set(shown)).toEqual(new Set(telling));
        expect(shown).toHaveLength(new Set(shown).size);
      }),
      { seed: SEED },
    );
  });

  it('shows what is off target first, and what is on target last', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), anyStates, (measures, of) => {
        const { states: shown } = goingOf(measures.map(direct), toldOf(of));
        if (shown.includes('off-target')) expect(shown[0]).toBe('off-target');
        if (shown.includes('on-target')) expect(shown.at(-1)).toBe('on-target');
      }),
      { seed: SEED },
    );
  });

  it('tells no figure to whoever may see none', () => {
    fc.assert(
      fc.property(anyIndicators, (indicators) => {
        const { states: shown, sentences, figures } = goingOf(indicators, null);
        expect({ shown, figures, said: sentences.length }).toEqual({ shown: [], figures: 0, said: 1 });
        expect(sentences.join('')).not.toMatch(/\d/);
      }),
      { seed: SEED },
    );
  });

  it('is a gap where nothing measures it', () => {
    expect(goingOf([], toldOf([])).sentences).toEqual(['Nothing measures this promise. That is a gap.']);
  });

  it('tells the two worst figures, and how many more there are', () => {
    const told = toldOf(['on-target', 'off-target', 'too-few', 'gone-quiet', 'gap']);
    const { sentences, states: shown, figures } = goingOf(ids.map(direct), told);
    expect(sentences).toHaveLength(3);
    expect(sentences[2]).toBe('2 more figures show this.');
    expect({ shown, figures }).toEqual({ shown: ['off-target', 'gone-quiet', 'too-few', 'on-target'], figures: 4 });
    expect(goingOf(ids.slice(0, 3).map(direct), told).sentences[2]).toBe('One more figure shows this.');
  });

  it('names what else stands for it where no figure does, and counts what is related', () => {
    const indicators = [
      indicatorOf({ kind: 'narrative' }),
      indicatorOf({ kind: 'survey' }),
      indicatorOf({ kind: 'reported' }),
      indicatorOf({ relation: 'proxy', measure: 'calls-answered' }),
    ];
    const sentence = 'Judged once a year, by a survey, reported figures and an account in words.';
    expect(goingOf(indicators, toldOf(['gap', 'on-target'])).sentences).toEqual([`${sentence} 1 figure is related.`]);
    expect(goingOf(indicators, null).sentences).toEqual([sentence]);
  });

  it('has no figure of its own yet where nothing has been counted', () => {
    const { sentences, figures } = goingOf([direct('decisions-in-time')], toldOf(['gap']));
    expect({ sentences, figures }).toEqual({ sentences: ['No figure of its own yet.'], figures: 0 });
  });
});
