import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { benefit, channel } from '../../member.schema.js';

export const feedbackGivenSchema = {
  description: 'Somebody gave feedback.',
  type: 'object',
  properties: {
    rating: { type: 'integer', minimum: 1, maximum: 5 },
    benefit,
    channel,
  },
  required: ['rating'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type FeedbackGiven = DataOf<typeof feedbackGivenSchema>;
