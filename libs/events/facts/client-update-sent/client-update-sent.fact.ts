import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';

/** How an update reached the client. */
export const UPDATE_CHANNELS = ['letter', 'sms', 'email', 'phone', 'portal'] as const;

export const clientUpdateSentSchema = {
  description: 'The client was told how the claim stands.',
  type: 'object',
  properties: {
    channel: { type: 'string', enum: UPDATE_CHANNELS },
  },
  required: ['channel'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type ClientUpdateSent = DataOf<typeof clientUpdateSentSchema>;
