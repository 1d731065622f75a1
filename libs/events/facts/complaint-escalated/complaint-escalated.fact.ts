import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { noMembers } from '../../member.schema.js';

export const complaintEscalatedSchema = {
  description: 'A complaint went on to stage 2.',
  ...noMembers,
} as const satisfies FactSchema;

export type ComplaintEscalated = DataOf<typeof complaintEscalatedSchema>;
