import { CALL_OUTCOMES } from '../../codes.fact.js';
import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { benefit } from '../../member.schema.js';

export const callEndedSchema = {
  description: 'A call ended, answered or given up.',
  type: 'object',
  properties: {
    outcome: { type: 'string', enum: CALL_OUTCOMES },
    waitSeconds: { type: 'integer', minimum: 0, maximum: 86_400 },
    benefit,
  },
  required: ['outcome', 'waitSeconds'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type CallEnded = DataOf<typeof callEndedSchema>;
