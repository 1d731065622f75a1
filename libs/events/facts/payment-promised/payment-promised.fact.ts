import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { amountPence, ref } from '../../member.schema.js';

export const paymentPromisedSchema = {
  description: 'A payment was promised for a date.',
  type: 'object',
  properties: {
    ref,
    due: { type: 'string', format: 'date' },
    amountPence,
  },
  required: ['ref', 'due', 'amountPence'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type PaymentPromised = DataOf<typeof paymentPromisedSchema>;
