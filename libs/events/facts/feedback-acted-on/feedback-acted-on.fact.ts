import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';

export const FEEDBACK_ACTIONS = [
  'process-changed',
  'staff-briefed',
  'apology-issued',
  'payment-made',
  'explained',
] as const;

export const feedbackActedOnSchema = {
  description: 'Something was done about feedback.',
  type: 'object',
  properties: {
    action: { type: 'string', enum: FEEDBACK_ACTIONS },
  },
  required: ['action'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type FeedbackActedOn = DataOf<typeof feedbackActedOnSchema>;
