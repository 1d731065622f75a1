import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { noMembers } from '../../member.schema.js';

export const applicationPart2ReceivedSchema = {
  description: 'The second part of the application was received.',
  ...noMembers,
} as const satisfies FactSchema;

export type ApplicationPart2Received = DataOf<typeof applicationPart2ReceivedSchema>;
