import type { Survey } from '../events/codes.fact.js';
import type { FrameworkMeasure } from '../register/charter.fact.js';

/** The questions of one survey that stand for a framework measure, by code. */
export interface SurveyQuestions {
  readonly survey: Survey;
  readonly questions: readonly string[];
}

/** The surveys that the framework rests on; one of which nothing is asked is none. */
export function surveyQuestions(measures: readonly FrameworkMeasure[]): readonly SurveyQuestions[] {
  const asked = new Map<Survey, Set<string>>();
  for (const { evidencedBy } of measures) {
    for (const evidence of evidencedBy) {
      if (evidence.kind !== 'survey') continue;
      const questions = asked.get(evidence.survey) ?? new Set();
      asked.set(evidence.survey, questions.add(evidence.question));
    }
  }
  return [...asked].map(([survey, questions]) => ({ survey, questions: [...questions] }));
}
