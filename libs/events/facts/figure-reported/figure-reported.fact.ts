import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';
import { frameworkMeasure, year } from '../../member.schema.js';

export const figureReportedSchema = {
  description: 'A body reported a figure for a framework measure and year.',
  type: 'object',
  properties: {
    measure: frameworkMeasure,
    year,
    value: { type: 'number' },
    numerator: { type: 'number' },
    denominator: { type: 'number' },
    note: { type: 'string', maxLength: 500 },
  },
  required: ['measure', 'year', 'value'],
  additionalProperties: false,
} as const satisfies FactSchema;

export type FigureReported = DataOf<typeof figureReportedSchema>;
