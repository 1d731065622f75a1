import { describe, expect, it } from '@jest/globals';
import type { FactData } from '../../events/fact-catalogue.fact.js';
import type { SurveyAnswer } from '../../events/codes.fact.js';
import { loadRegister } from '../../register/register.store.js';
import { corrected, fact, given, retracted, type Told } from '../measure.testkit.js';
import { surveyMeasure } from './survey-question.measure.js';
import { surveyQuestions } from './survey-questions.measure.js';

const id = 'survey.s1-m04';
type Response = FactData['survey.response-recorded'];

const answered = (answer: SurveyAnswer, data: Partial<Response> = {}, when = '2026-02-10'): Told =>
  fact('survey.response-recorded', when, { survey: 'client', year: '2025-26', answers: { 's1-m04': answer }, ...data });

describe('the questions of the surveys', () => {
  it('are those that the register rests on, each once, under the titles that it gives them', () => {
    const inRegister = loadRegister().charter.measures.flatMap(({ title, evidencedBy }) =>
      evidencedBy.flatMap((evidence) =>
        evidence.kind === 'survey' ? [{ survey: evidence.survey, code: evidence.question, title }] : [],
      ),
    );
    expect([...surveyQuestions].sort(byCode)).toEqual([...inRegister].sort(byCode));
    expect(new Set(surveyQuestions.map(({ code }) => code)).size).toBe(surveyQuestions.length);
  });

  it.each([
    ['client', 'clients'],
    ['staff', 'staff'],
    ['partner', 'partners'],
  ] as const)('of the %s survey say who answered', (survey, who) => {
    expect(surveyMeasure({ survey, code: 'q1', title: 'Q' })).toMatchObject({
      id: 'survey.q1',
      definition: expect.stringContaining(`Of the ${who} who answered`),
    });
  });
});

describe('the answers to a question', () => {
  it('agree from 4 on: 2 of one each from 1 to 5; what does not apply or is withheld is no answer', () => {
    const cases = given(answered(1))
      .and(answered(2))
      .and(answered(3))
      .and(answered(4))
      .and(answered(5))
      .and(answered('not-applicable'))
      .and(answered('prefer-not-to-say'))
      .and(answered(5, { answers: { 's1-m10': 5 } }));
    expect(cases.ask(id, { from: '2025-26' })).toMatchObject([
      { period: '2025-26', value: 0.4, numerator: 2, denominator: 5 },
    ]);
  });

  it('belong to the year of the survey, whenever they came', () => {
    const cases = given(answered(5, { year: '2024-25' }, '2025-06-01')).and(answered(1, {}, '2026-06-01'));
    expect(cases.values(id, { from: '2023-24', to: '2026-27' })).toEqual([null, 1, 0, null]);
  });

  it('may belong to a year that has not begun', () => {
    expect(given(answered(5, { year: '2026-27' })).values(id, { from: '2026-27', asOf: '2026-02-10' })).toEqual([1]);
  });

  it('are told by the code alone, as each survey has its own', () => {
    expect(given(answered(5, { survey: 'staff' })).values(id, { from: '2025-26' })).toEqual([1]);
  });

  it('are those of the first response of a case, as it is known', () => {
    const first = answered(5);
    expect(given(first, answered(1, {}, '2026-02-11')).values(id, { from: '2025-26' })).toEqual([1]);
    const restated = corrected(first, '2026-03-01', {
      data: { survey: 'client', year: '2025-26', answers: { 's1-m04': 2 } },
    });
    expect(given(first, restated).values(id, { from: '2025-26', asOf: '2026-02-28' })).toEqual([1]);
    expect(given(first, restated).values(id, { from: '2025-26' })).toEqual([0]);
    expect(given(first, retracted(first, '2026-03-01')).values(id, { from: '2025-26' })).toEqual([null]);
  });

  it('are broken down by benefit, and provisional until 28 days after the year', () => {
    const cases = given(answered(5, { benefit: 'ADP' })).and(answered(1));
    expect(cases.ask(id, { from: '2025-26', by: ['benefit'] })).toMatchObject([
      { dimensions: { benefit: 'ADP' }, value: 1 },
      { dimensions: { benefit: 'not-recorded' }, value: 0 },
    ]);
    const status = (asOf: string): unknown => cases.ask(id, { from: '2025-26', asOf })[0]?.status;
    expect([status('2026-04-27'), status('2026-04-28')]).toEqual([['p'], []]);
  });
});

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : 1;
}
