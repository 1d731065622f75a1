import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { factId, factSource } from '../../member.schema.js';

export const WITHDRAWAL_REASONS = ['entered-in-error', 'duplicate', 'wrong-case'] as const;

export const factWithdrawnSchema = {
  description: 'A fact of the same subject is taken back.',
  type: 'object',
  properties: {
    source: factSource,
    id: factId,
    reason: { type: 'string', enum: WITHDRAWAL_REASONS },
  },
  required: ['source', 'id', 'reason'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type FactWithdrawn = DataOf<typeof factWithdrawnSchema>;
