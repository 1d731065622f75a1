import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { refOnly } from '../../member.schema.js';

export const appointmentHeldSchema = {
  description: 'An appointment was held.',
  ...refOnly,
} as const satisfies FactSchema;

export type AppointmentHeld = DataOf<typeof appointmentHeldSchema>;
