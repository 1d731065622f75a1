import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { complaintStage } from '../../member.schema.js';

export const complaintAcknowledgedSchema = {
  description: 'A complaint was acknowledged.',
  type: 'object',
  properties: {
    stage: complaintStage,
  },
  required: ['stage'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type ComplaintAcknowledged = DataOf<typeof complaintAcknowledgedSchema>;
