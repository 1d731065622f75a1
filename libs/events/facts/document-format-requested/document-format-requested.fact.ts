import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { ref } from '../../member.schema.js';

export const DOCUMENT_FORMATS = ['bsl', 'braille', 'easy-read', 'large-print', 'audio', 'translation'] as const;

export const documentFormatRequestedSchema = {
  description: 'A document was asked for in another format.',
  type: 'object',
  properties: {
    ref,
    format: { type: 'string', enum: DOCUMENT_FORMATS },
  },
  required: ['ref', 'format'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type DocumentFormatRequested = DataOf<typeof documentFormatRequestedSchema>;
