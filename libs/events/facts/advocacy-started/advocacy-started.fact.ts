import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { refOnly } from '../../member.schema.js';

export const advocacyStartedSchema = {
  description: 'Independent advocacy has started.',
  ...refOnly,
} as const satisfies FactSchema;

export type AdvocacyStarted = DataOf<typeof advocacyStartedSchema>;
