import { exactly, listOf, schemaNamed, text, withoutNullable } from '../../../libs/openapi/json.schema.js';
import { charterSchema } from '../../../libs/register/charter.schema.js';
import { registerSchemas } from '../definitions/register.document.js';
import { about, indicatorSchemas, row } from './commitments.document.js';

const measure = charterSchema.properties.measures.items;

/** What a `FrameworkAnswer` says beside the register's row, by member. */
const beside = {
  gap: {
    type: 'boolean',
    description: 'Whether nothing stands for it itself; what is related never counts as its evidence.',
  },
  promises: {
    ...listOf(schemaNamed('CommitmentRow')),
    description: 'Every commitment that it is about, also those that carry these on.',
  },
  responsible: row.responsible,
  principles: listOf(text),
  themes: listOf(text),
  redress: listOf(schemaNamed('RedressStep')),
  indicators: listOf(schemaNamed('Indicator')),
  ...about,
} as const;

/** A `FrameworkAnswer`, and the schemas that it points to. */
export const frameworkAnswerSchemas = {
  ...indicatorSchemas,
  CommitmentRow: exactly(row),
  RedressStep: registerSchemas.RedressStep,
  FrameworkAnswer: withoutNullable({
    ...measure,
    properties: { ...measure.properties, ...beside },
    required: [...measure.required, ...Object.keys(beside)],
  }),
} as const;
