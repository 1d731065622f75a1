import { COMPLAINT_REASONS } from '../../codes.fact.js';
import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { benefit, channel, complaintStage } from '../../member.schema.js';

export const complaintReceivedSchema = {
  description: 'A complaint was received at a stage.',
  type: 'object',
  properties: {
    stage: complaintStage,
    channel,
    reason: { type: 'string', enum: COMPLAINT_REASONS },
    benefit,
  },
  required: ['stage', 'reason'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type ComplaintReceived = DataOf<typeof complaintReceivedSchema>;
