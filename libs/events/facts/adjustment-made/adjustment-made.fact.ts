import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { refOnly } from '../../member.schema.js';

export const adjustmentMadeSchema = {
  description: 'A reasonable adjustment was made.',
  ...refOnly,
} as const satisfies FactSchema;

export type AdjustmentMade = DataOf<typeof adjustmentMadeSchema>;
