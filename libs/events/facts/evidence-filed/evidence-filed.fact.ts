import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { frameworkMeasure, year } from '../../member.schema.js';

export const evidenceFiledSchema = {
  description: 'Narrative evidence was filed for a framework measure and year.',
  type: 'object',
  properties: {
    measure: frameworkMeasure,
    year,
    title: { type: 'string', maxLength: 120 },
    summary: { type: 'string', maxLength: 2_000 },
    link: { type: 'string', format: 'https-url' },
  },
  required: ['measure', 'year', 'title', 'summary'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type EvidenceFiled = DataOf<typeof evidenceFiledSchema>;
