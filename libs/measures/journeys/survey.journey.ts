import type { FactName } from '../../events/fact-name.fact.js';
import { BENEFITS, type SurveyAnswer } from '../../events/codes.fact.js';
import type { Day } from '../../calendars/local-date.calendar.js';
import { parseYear } from '../../calendars/period.calendar.js';
import { indexOfCodes, notRecorded, TupleSpace } from '../tuple.measure.js';
import { first, type Reading } from './case-reading.journey.js';

/** A response to a survey, of clients, staff or partners. */
export interface SurveyResponse {
  readonly tuple: number;
  /** The first day of the financial year that the survey is of, whenever the response came. */
  readonly yearStart: Day | null;
  /** By question code, in which each survey has its own. */
  readonly answers: Readonly<Record<string, SurveyAnswer>>;
}

export const surveyPlacedBy: readonly FactName[] = ['survey.response-recorded'];

export const surveySpace = new TupleSpace([{ name: 'benefit', codes: [notRecorded, ...BENEFITS] }]);

export function readSurvey(reading: Reading): SurveyResponse | null {
  const response = first(reading, 'survey.response-recorded');
  if (response === null) return null;
  const { benefit, year, answers } = response.data;
  return { tuple: benefitIndex(benefit), yearStart: parseYear(year)?.start ?? null, answers };
}

const benefitIndex = indexOfCodes([notRecorded, ...BENEFITS]);
