import { REDETERMINATION_OUTCOMES } from '../../codes.fact.js';
import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { ref } from '../../member.schema.js';

export const REDETERMINATION_REASONS = [
  'new-evidence',
  'evidence-reweighed',
  'error-of-fact',
  'error-of-law',
  'no-change',
] as const;

export const redeterminationDecidedSchema = {
  description: 'A redetermination was decided.',
  type: 'object',
  properties: {
    ref,
    outcome: { type: 'string', enum: REDETERMINATION_OUTCOMES },
    reason: { type: 'string', enum: REDETERMINATION_REASONS },
  },
  required: ['ref', 'outcome'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type RedeterminationDecided = DataOf<typeof redeterminationDecidedSchema>;
