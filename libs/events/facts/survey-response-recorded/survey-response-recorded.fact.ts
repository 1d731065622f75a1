import { SURVEYS, SURVEY_ANSWERS } from '../../codes.fact.js';
import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { benefit, year } from '../../member.schema.js';

export const surveyResponseRecordedSchema = {
  description: 'A response to a survey was recorded.',
  type: 'object',
  properties: {
    survey: { type: 'string', enum: SURVEYS },
    year,
    benefit,
    answers: {
      type: 'object',
      description: 'Answers by question code.',
      patternProperties: { '^[a-z0-9-]{1,40}$': { type: ['integer', 'string'], enum: SURVEY_ANSWERS } },
      additionalProperties: false,
    },
  },
  required: ['survey', 'year', 'answers'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type SurveyResponseRecorded = DataOf<typeof surveyResponseRecordedSchema>;
