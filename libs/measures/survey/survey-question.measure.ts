import type { Survey } from '../../events/codes.fact.js';
import { type MeasureOf, no, yes } from '../measure.measure.js';

/** A question that a survey asks every year. */
export interface SurveyQuestion {
  readonly survey: Survey;
  readonly code: string;
  readonly title: string;
}

const asked: Readonly<Record<Survey, string>> = { client: 'clients', staff: 'staff', partner: 'partners' };

/** The id of the measure that counts the answers to a question. */
export function surveyMeasureId(code: string): string {
  return `survey.${code}`;
}

/**
 * Answers 4 and 5 ÷ answers 1 to 5, in the survey's year. What does not apply or is withheld is no answer. Each survey has
 * codes of its own, so that the code alone says which question was answered.
 */
export function surveyMeasure({ survey, code, title }: SurveyQuestion): MeasureOf<'survey'> {
  return {
    id: surveyMeasureId(code),
    version: '1.0.0',
    title,
    definition: `Of the ${asked[survey]} who answered this question of the year's survey, the proportion who agree: 4 or 5 out of 5.`,
    kind: 'proportion',
    unit: 'proportion',
    betterWhen: 'higher',
    journey: 'survey',
    reads: [],
    dateRule: 'the survey year',
    clock: null,
    provisionalDays: 28,
    cohort: false,
    grains: ['year'],
    classification: 'management information',
    source: 'contract, measures, survey.<question>',
    contribute: ({ yearStart, answers }, _rules, count) => {
      const answer = answers[code];
      if (yearStart !== null && typeof answer === 'number') count(yearStart, answer >= 4 ? yes : no);
    },
  };
}
