import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { refOnly } from '../../member.schema.js';

export const redeterminationAcceptedLateSchema = {
  description: 'A late request for a redetermination was accepted.',
  ...refOnly,
} as const satisfies FactSchema;

export type RedeterminationAcceptedLate = DataOf<typeof redeterminationAcceptedLateSchema>;
