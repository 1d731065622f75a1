import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { noMembers } from '../../member.schema.js';

export const evidenceCompleteSchema = {
  description: 'All evidence for the claim is there.',
  ...noMembers,
} as const satisfies FactSchema;

export type EvidenceComplete = DataOf<typeof evidenceCompleteSchema>;
