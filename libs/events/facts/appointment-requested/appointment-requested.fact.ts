import { APPOINTMENT_PLACES } from '../../codes.fact.js';
import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { ref } from '../../member.schema.js';

export const appointmentRequestedSchema = {
  description: 'An appointment was asked for.',
  type: 'object',
  properties: {
    ref,
    place: { type: 'string', enum: APPOINTMENT_PLACES },
  },
  required: ['ref', 'place'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type AppointmentRequested = DataOf<typeof appointmentRequestedSchema>;
