import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { refOnly } from '../../member.schema.js';

export const advocacyReferredSchema = {
  description: 'The client was referred to independent advocacy.',
  ...refOnly,
} as const satisfies FactSchema;

export type AdvocacyReferred = DataOf<typeof advocacyReferredSchema>;
