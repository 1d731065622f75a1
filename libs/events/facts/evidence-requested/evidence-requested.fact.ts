import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { refOnly } from '../../member.schema.js';

export const evidenceRequestedSchema = {
  description: 'Evidence was asked for.',
  ...refOnly,
} as const satisfies FactSchema;

export type EvidenceRequested = DataOf<typeof evidenceRequestedSchema>;
