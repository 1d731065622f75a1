import { COMPLAINT_OUTCOMES } from '../../codes.fact.js';
import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { complaintStage } from '../../member.schema.js';

export const complaintRespondedSchema = {
  description: 'A complaint was answered at a stage.',
  type: 'object',
  properties: {
    stage: complaintStage,
    outcome: { type: 'string', enum: COMPLAINT_OUTCOMES },
  },
  required: ['stage', 'outcome'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type ComplaintResponded = DataOf<typeof complaintRespondedSchema>;
