import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { payment } from '../../member.schema.js';

export const paymentIssuedSchema = {
  description: 'A payment was issued.',
  ...payment,
} as const satisfies FactSchema;

export type PaymentIssued = DataOf<typeof paymentIssuedSchema>;
