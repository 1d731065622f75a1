import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { refOnly } from '../../member.schema.js';

export const redeterminationOverdueNotifiedSchema = {
  description: 'The client was told that the redetermination is late and what that entitles them to.',
  ...refOnly,
} as const satisfies FactSchema;

export type RedeterminationOverdueNotified = DataOf<typeof redeterminationOverdueNotifiedSchema>;
