import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { refOnly } from '../../member.schema.js';

export const redeterminationWithdrawnSchema = {
  description: 'A request for a redetermination was withdrawn.',
  ...refOnly,
} as const satisfies FactSchema;

export type RedeterminationWithdrawn = DataOf<typeof redeterminationWithdrawnSchema>;
