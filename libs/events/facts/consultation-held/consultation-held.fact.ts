import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';

export const CONSULTATION_MODES = ['phone', 'video', 'in-person'] as const;

export const consultationHeldSchema = {
  description: 'A consultation with the client was held.',
  type: 'object',
  properties: {
    mode: { type: 'string', enum: CONSULTATION_MODES },
  },
  required: ['mode'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type ConsultationHeld = DataOf<typeof consultationHeldSchema>;
