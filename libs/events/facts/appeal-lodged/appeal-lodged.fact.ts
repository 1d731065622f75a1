import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { ref } from '../../member.schema.js';

export const appealLodgedSchema = {
  description: 'An appeal was lodged.',
  type: 'object',
  properties: {
    ref,
    redetermination: { ...ref, description: 'The ref of the redetermination appealed against.' },
  },
  required: ['ref'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type AppealLodged = DataOf<typeof appealLodgedSchema>;
