import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { refOnly } from '../../member.schema.js';

export const documentFormatSuppliedSchema = {
  description: 'A document was supplied in the format asked for.',
  ...refOnly,
} as const satisfies FactSchema;

export type DocumentFormatSupplied = DataOf<typeof documentFormatSuppliedSchema>;
