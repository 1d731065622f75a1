import { exactly, listOf, schemaNamed, text } from '../../../libs/openapi/json.schema.js';
import { json, type Operation } from '../../../libs/openapi/operation.document.js';

/** A `ListedDimension`. */
const dimension = exactly({
  name: text,
  derived: { type: 'boolean', description: 'Worked out when asked; not stated by any fact.' },
  codes: listOf(
    exactly(
      {
        code: text,
        name: { type: ['string', 'null'], description: 'As the register has it.' },
        onlyFor: { ...listOf(text), description: 'The measures that know the code, where not all of them do.' },
      },
      ['onlyFor'],
    ),
  ),
  measures: { ...listOf(text), description: 'Ids of the computed measures that have the dimension.' },
});

export const dimensionsOperation: Operation = {
  id: 'listDimensions',
  summary: 'What figures can be broken down by',
  answers: { 200: json('Every dimension.', exactly({ dimensions: listOf(schemaNamed('Dimension')) })) },
  schemas: { Dimension: dimension },
};
