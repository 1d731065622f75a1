import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { noMembers } from '../../member.schema.js';

export const complaintWithdrawnSchema = {
  description: 'A complaint was withdrawn.',
  ...noMembers,
} as const satisfies FactSchema;

export type ComplaintWithdrawn = DataOf<typeof complaintWithdrawnSchema>;
