import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { factId, factSource } from '../../member.schema.js';

export const factCorrectedSchema = {
  description: 'A fact of the same subject is put right: its time, its data or both.',
  type: 'object',
  properties: {
    source: factSource,
    id: factId,
    time: { type: 'string', format: 'date-time' },
    data: { type: 'object', description: "The whole data, of the fact's own type.", additionalProperties: true },
  },
  required: ['source', 'id'],
  anyOf: [{ required: ['time'] }, { required: ['data'] }],
  additionalProperties: false,
} as const satisfies FactSchema;

export type FactCorrected = DataOf<typeof factCorrectedSchema>;
