import {
  count,
  date,
  exactly,
  listOf,
  moment,
  oneOfCodes,
  orNull,
  schemaNamed,
  text,
} from '../../../libs/openapi/json.schema.js';
import { queryParameter, type Operation, type Parameter } from '../../../libs/openapi/operation.document.js';
import { ROLES } from '../../../libs/access/role.rule.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { newestOfEach } from '../../../libs/measures/versions.measure.js';
import { classification } from '../aggregates/classification.document.js';
import { beingComputedAnswer, cannotBeAnsweredAnswer } from '../refusal.document.js';

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'];
const KINDS = ['count', 'proportion', 'limit', 'time', 'mean', 'stock', 'shares'];
export const STATUSES = ['p', 'r', 'c', 'x', 'z', 'b'];

export const quantity = { type: ['number', 'null'] };

export const interval = {
  ...exactly({ low: { type: 'number' }, high: { type: 'number' }, level: { const: 0.95 } }),
  description: '95% Wilson interval: chance variation between periods, not sampling.',
};

/** An `Observation`. */
const observation = exactly({
  period: { ...text, description: 'Code: 2026-04-01, 2026-W14, 2026-04, 2026-27-Q1 or 2026-27.' },
  start: date,
  end: date,
  complete: { type: 'boolean', description: 'False for a period that contains K, or begins after it.' },
  dimensions: { type: 'object', additionalProperties: text, description: 'Codes by the dimensions of `by`.' },
  value: { ...quantity, description: 'Null where nothing can be divided, or no figure can be given: see status.' },
  numerator: quantity,
  denominator: quantity,
  p90: { ...quantity, description: '90th percentile by nearest rank, of times.' },
  parts: { ...orNull({ type: 'object', additionalProperties: count }), description: 'Counts by outcome, of shares.' },
  interval: orNull(interval),
  target: { ...quantity, description: "The objective in force on the period's first day." },
  status: {
    ...listOf(oneOfCodes(STATUSES)),
    description:
      'p provisional, r revised since last published, c suppressed, x not available, z not applicable, b break in series.',
  },
});

/** A `Freshness`. */
const freshness = exactly({
  countedTo: {
    ...orNull(moment),
    description: 'Everything that the log took before this moment is counted; null while the log cannot be reached.',
  },
  lagEvents: orNull(count),
});

/** A `MeasureHeading`. */
export const measureHeading = exactly({
  id: text,
  version: text,
  kind: oneOfCodes(KINDS),
  unit: text,
  title: text,
  betterWhen: oneOfCodes(['higher', 'lower', 'neither']),
});

/** An `Answer`. */
const answer = exactly({
  measure: measureHeading,
  grain: oneOfCodes(GRAINS),
  by: listOf(text),
  asOf: { ...date, description: 'K: what was known at the end of this day.' },
  audience: oneOfCodes(ROLES),
  classification,
  observations: listOf(schemaNamed('Observation')),
  freshness: schemaNamed('Freshness'),
  warnings: listOf(text),
});

export const observationSchemas = { Observation: observation, Freshness: freshness } as const;
const schemas = { ...observationSchemas, Observations: answer } as const;

/** A measure as it is asked for. */
export const measureName = {
  anyOf: [oneOfCodes(newestOfEach(measures).map(({ id }) => id)), { ...text, pattern: '@' }],
};

const breakdown: readonly Parameter[] = [
  {
    ...queryParameter(
      'measure',
      'Id of a computed measure; `<id>@<version>` for one version of it over the whole time.',
      measureName,
    ),
    required: true,
  },
  queryParameter(
    'grain',
    'Length of the periods; by default months. Survey questions have figures by year only, which is their default.',
    oneOfCodes(GRAINS),
  ),
  {
    ...queryParameter('by', 'Dimensions to break down by, of one cube of the measure.', {
      ...listOf(text),
      maxItems: 2,
    }),
    style: 'form',
    explode: false,
  },
  {
    ...queryParameter('filter', 'One code for a dimension: `filter[channel]=online`.', {
      type: 'object',
      additionalProperties: text,
    }),
    style: 'deepObject',
    explode: true,
  },
];

export const observationsOperation: Operation = {
  id: 'readObservations',
  summary: 'The figures of a measure',
  parameters: [
    ...breakdown,
    queryParameter('from', 'A date or a period code; by default the first day of the financial year of `asOf`.'),
    queryParameter('to', 'A date or a period code; by default `asOf`.'),
    queryParameter('asOf', 'K: only what was known at the end of this day; by default today.', date),
    queryParameter('format', 'By default what `Accept` asks for.', oneOfCodes(['json', 'csv'])),
  ],
  answers: {
    200: {
      description:
        'Periods in order, then codes in order. The same rows as CSV: period, start, end, the dimensions of `by`, value, ' +
        'numerator, denominator, low, high, p90, target, status.',
      content: { 'application/json': { schema: schemaNamed('Observations') }, 'text/csv': { schema: text } },
    },
    400: cannotBeAnsweredAnswer,
    503: beingComputedAnswer,
  },
  schemas,
};

export const observationStreamOperation: Operation = {
  id: 'followObservations',
  summary: 'The figures of a measure as they change',
  description:
    'Server-sent events about the period of the grain that contains today. `observations` comes at once and after every ' +
    'change, its data an Observations object; `id` is a revision that only grows. `reset` comes before it where ' +
    '`Last-Event-ID` cannot be placed; its data say why: `{"reason":"too-old"}` or `{"reason":"unknown"}`. A comment comes ' +
    'every 15 seconds. A reader that stops reading is dropped.',
  parameters: [
    ...breakdown,
    { name: 'Last-Event-ID', in: 'header', description: 'The id of the last event that was read.', schema: text },
  ],
  answers: {
    200: {
      description: 'Events, as long as the connection is open.',
      content: { 'text/event-stream': { schema: text } },
    },
    400: cannotBeAnsweredAnswer,
    503: beingComputedAnswer,
  },
  schemas,
};
