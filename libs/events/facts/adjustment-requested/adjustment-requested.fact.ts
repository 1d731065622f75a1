import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { refOnly } from '../../member.schema.js';

export const adjustmentRequestedSchema = {
  description: 'A reasonable adjustment was asked for.',
  ...refOnly,
} as const satisfies FactSchema;

export type AdjustmentRequested = DataOf<typeof adjustmentRequestedSchema>;
