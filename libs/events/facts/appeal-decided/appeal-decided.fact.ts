import { APPEAL_OUTCOMES } from '../../codes.fact.js';
import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { ref } from '../../member.schema.js';

export const appealDecidedSchema = {
  description: 'An appeal was decided or withdrawn.',
  type: 'object',
  properties: {
    ref,
    outcome: { type: 'string', enum: APPEAL_OUTCOMES },
  },
  required: ['ref', 'outcome'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type AppealDecided = DataOf<typeof appealDecidedSchema>;
