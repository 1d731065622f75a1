import { ROLES } from '../../../libs/access/role.rule.js';
import { saysHowLong } from '../../../libs/measures/distribution/distribution.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { newestOfEach } from '../../../libs/measures/versions.measure.js';
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
import { json, queryParameter, type Operation } from '../../../libs/openapi/operation.document.js';
import { classification } from '../aggregates/classification.document.js';
import { GRAINS, measureHeading, observationSchemas } from '../observations/observations.document.js';
import { beingComputedAnswer, cannotBeAnsweredAnswer } from '../refusal.document.js';

/** A `LengthBand`. */
export const lengthBand = exactly({
  from: { ...count, description: 'Included.' },
  to: { ...orNull(count), description: 'Included; null: without an end.' },
  count,
});

/** A `DistributionAnswer`. */
const distribution = exactly({
  measure: measureHeading,
  grain: oneOfCodes(GRAINS),
  filter: { type: 'object', additionalProperties: text },
  asOf: { ...date, description: 'K: what was known at the end of this day.' },
  audience: oneOfCodes(ROLES),
  classification,
  observation: schemaNamed('Observation'),
  bands: {
    ...orNull(listOf(schemaNamed('LengthBand'))),
    description: 'In the unit of the measure. The counts add up to the denominator. Null: the figure is not available.',
  },
  freshness: schemaNamed('Freshness'),
  warnings: listOf(text),
});

export const filterParameter = {
  ...queryParameter('filter', 'One code for a dimension: `filter[channel]=online`.', {
    type: 'object',
    additionalProperties: text,
  }),
  style: 'deepObject',
  explode: true,
} as const;

export const distributionOperation: Operation = {
  id: 'readDistribution',
  summary: 'How long each took that a figure counts',
  description:
    'Of measures of time and of means, whose figures rest on lengths; limits are counted by whether they were met. The ' +
    'counts are exact, and have not been through disclosure control: whoever sees controlled figures only is refused.',
  parameters: [
    {
      ...queryParameter('measure', 'Id of a measure of time or of a mean, or `<id>@<version>`.', {
        anyOf: [oneOfCodes(newestOfEach(measures.filter(saysHowLong)).map(({ id }) => id)), { ...text, pattern: '@' }],
      }),
      required: true,
    },
    { ...queryParameter('period', 'A period code.'), required: true },
    filterParameter,
    queryParameter('asOf', 'K: only what was known at the end of this day; by default today.', date),
  ],
  answers: {
    200: json('The figure, and how many took how long.', schemaNamed('Distribution')),
    400: cannotBeAnsweredAnswer,
    503: beingComputedAnswer,
  },
  schemas: { ...observationSchemas, LengthBand: lengthBand, Distribution: distribution },
};
