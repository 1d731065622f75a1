import { DECISION_OUTCOMES } from '../../codes.fact.js';
import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';

export const decisionMadeSchema = {
  description: 'The claim was decided.',
  type: 'object',
  properties: {
    outcome: { type: 'string', enum: DECISION_OUTCOMES },
  },
  required: ['outcome'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type DecisionMade = DataOf<typeof decisionMadeSchema>;
