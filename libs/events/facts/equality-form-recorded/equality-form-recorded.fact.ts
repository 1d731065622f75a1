import { AGE_BANDS, DISABILITIES, ETHNIC_GROUPS, GENDERS } from '../../codes.fact.js';
import type { DataOf } from '../../data-of.schema.js';
import type { FactSchema } from '../../fact-schema.schema.js';

export const equalityFormRecordedSchema = {
  description: 'An equality form was recorded; an empty form is a form.',
  type: 'object',
  properties: {
    ageBand: { type: 'string', enum: AGE_BANDS },
    gender: { type: 'string', enum: GENDERS },
    ethnicGroup: { type: 'string', enum: ETHNIC_GROUPS },
    disability: { type: 'string', enum: DISABILITIES },
  },
  additionalProperties: false,
} as const satisfies FactSchema;

export type EqualityFormRecorded = DataOf<typeof equalityFormRecordedSchema>;
