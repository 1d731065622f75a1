import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { payment } from '../../member.schema.js';

export const paymentCorrectedSchema = {
  description: 'The amount of a payment was put right.',
  ...payment,
} as const satisfies FactSchema;

export type PaymentCorrected = DataOf<typeof paymentCorrectedSchema>;
