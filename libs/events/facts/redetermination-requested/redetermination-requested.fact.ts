import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { ref } from '../../member.schema.js';

export const redeterminationRequestedSchema = {
  description: 'The client asked for the decision to be made again.',
  type: 'object',
  properties: {
    ref,
    late: { type: 'boolean', description: 'Asked for after the time allowed. Absent means false.' },
  },
  required: ['ref'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type RedeterminationRequested = DataOf<typeof redeterminationRequestedSchema>;
