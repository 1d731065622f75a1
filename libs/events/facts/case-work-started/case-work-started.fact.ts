import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { noMembers } from '../../member.schema.js';

export const caseWorkStartedSchema = {
  description: 'Work on the claim has started.',
  ...noMembers,
} as const satisfies FactSchema;

export type CaseWorkStarted = DataOf<typeof caseWorkStartedSchema>;
