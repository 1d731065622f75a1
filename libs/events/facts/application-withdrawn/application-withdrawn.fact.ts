import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { noMembers } from '../../member.schema.js';

export const applicationWithdrawnSchema = {
  description: 'The claim was withdrawn.',
  ...noMembers,
} as const satisfies FactSchema;

export type ApplicationWithdrawn = DataOf<typeof applicationWithdrawnSchema>;
