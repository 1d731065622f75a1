import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { benefit, channel, localAuthority } from '../../member.schema.js';

export const applicationReceivedSchema = {
  description: 'An application was received: the claim begins.',
  type: 'object',
  properties: {
    benefit,
    channel,
    localAuthority,
    specialRules: { type: 'boolean', description: 'Terminal illness. Absent means false.' },
    part2Required: {
      type: 'boolean',
      description: 'The claim starts only with the second part of the application. Absent means false.',
    },
  },
  required: ['benefit', 'channel'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type ApplicationReceived = DataOf<typeof applicationReceivedSchema>;
