import { ROLES } from '../../../libs/access/role.rule.js';
import {
  count,
  date,
  exactly,
  listOf,
  oneOfCodes,
  orNull,
  schemaNamed,
  text,
} from '../../../libs/openapi/json.schema.js';
import { comeBackLater, json, queryParameter, type Operation } from '../../../libs/openapi/operation.document.js';
import { classification } from '../aggregates/classification.document.js';
import { definitionMembers, optionalInDefinition } from '../definitions/measures.document.js';
import { GRAINS, measureName, observationSchemas } from '../observations/observations.document.js';
import { cannotBeAnsweredAnswer } from '../refusal.document.js';

/** An `Explanation`. */
const explanation = exactly({
  definition: schemaNamed('Definition'),
  grain: oneOfCodes(GRAINS),
  filter: { type: 'object', additionalProperties: text },
  asOf: { ...date, description: 'K: what was known at the end of this day.' },
  audience: oneOfCodes(ROLES),
  classification,
  observation: schemaNamed('Observation'),
  positions: {
    ...listOf(exactly({ partition: count, position: count })),
    description: 'By partition: the first log offset that is not in the figure.',
  },
  counts: {
    ...orNull(
      exactly({
        cases: { ...orNull(count), description: 'Cases of which something is counted.' },
        corrections: {
          ...orNull(count),
          description: 'Facts that correct or withdraw one that the measure reads, in them.',
        },
        late: {
          ...orNull(count),
          description: 'Facts that the measure reads, in them, recorded more than 7 days after.',
        },
        duplicates: { ...orNull(count), description: 'On the log before the positions.' },
        quarantined: { ...orNull(count), description: 'On the log before the positions.' },
      }),
    ),
    description:
      'Null on pages after the first. For scrutiny to the nearest 5; null where small, and where the figure is not of a ' +
      'whole year without a filter.',
  },
  cases: {
    ...orNull(exactly({ total: count, references: listOf(text), next: orNull(text) })),
    description: 'For the auditor; null for everybody else. `next` asks for the next page, as `after`.',
  },
  freshness: { ...orNull(schemaNamed('Freshness')), description: 'Null on pages after the first.' },
  warnings: listOf(text),
});

export const explainOperation: Operation = {
  id: 'explainFigure',
  summary: 'What a figure rests on',
  description:
    'The figure is counted once more from whole cases, and answered where that comes to the same. Later pages of case ' +
    'references rest on the log positions of the first.',
  parameters: [
    queryParameter('measure', 'Id of a computed measure, or `<id>@<version>`.', measureName),
    queryParameter('period', 'A period code.'),
    {
      ...queryParameter('filter', 'One code for a dimension: `filter[channel]=online`.', {
        type: 'object',
        additionalProperties: text,
      }),
      style: 'deepObject',
      explode: true,
    },
    queryParameter('asOf', 'K: only what was known at the end of this day; by default today.', date),
    queryParameter('after', 'For the next page of case references: `next` of the page before.'),
  ],
  answers: {
    200: json('The figure, its definition, and what it was counted from.', schemaNamed('Explanation')),
    400: cannotBeAnsweredAnswer,
    503: comeBackLater('The measure is still being computed, or too many figures are being explained.'),
  },
  schemas: {
    ...observationSchemas,
    Definition: exactly(definitionMembers, optionalInDefinition),
    Explanation: explanation,
  },
};
