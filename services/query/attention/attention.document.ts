import { ROLES } from '../../../libs/access/role.rule.js';
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
import { json, queryParameter, type Operation } from '../../../libs/openapi/operation.document.js';
import { classification } from '../aggregates/classification.document.js';
import { INDICATOR_STATES } from '../commitments/indicator-state.rule.js';
import { measureHeading, observationSchemas } from '../observations/observations.document.js';
import { stepNotCounted } from '../controlled/steps.document.js';
import { cannotBeAnsweredAnswer } from '../refusal.document.js';

/** An `ObjectiveInForce`. */
const objective = {
  ...exactly({
    op: oneOfCodes(['gte', 'lte']),
    value: { type: 'number' },
    role: oneOfCodes(['statutory', 'agency', 'assumption']),
    source: text,
  }),
  description: 'In force on the first day of `latest`. Against an assumption there is no state.',
};

/** An `AttentionRow`. */
const row = exactly({
  measure: measureHeading,
  classification,
  grain: {
    ...oneOfCodes(['month', 'year']),
    description: 'Of `latest` and `before`; years where there are no months.',
  },
  latest: {
    ...schemaNamed('Observation'),
    description: 'Of the last whole period; of a cohort measure the last that is no longer provisional.',
  },
  before: { ...schemaNamed('Observation'), description: 'Of the period before `latest`.' },
  year: { ...schemaNamed('Observation'), description: 'Of the financial year that contains K, so far.' },
  objective: orNull(objective),
  state: { ...oneOfCodes(INDICATOR_STATES), description: 'Of `latest` against its objective; gone-quiet only today.' },
  missed: {
    ...orNull(count),
    description: 'Of proportions and limits: denominator − numerator of `latest`; null for other kinds.',
  },
  quietSince: {
    ...orNull(moment),
    description: 'When the last was recorded of what the measure counts, where that has gone quiet.',
  },
  since: {
    ...orNull(moment),
    description: 'When it was noticed that it stands as it does; null where that has not been noticed yet.',
  },
  changedFrom: {
    ...orNull(oneOfCodes(INDICATOR_STATES)),
    description: 'How it stood before `since`; null where it was looked at for the first time then.',
  },
  allowance: orNull(schemaNamed('Allowance')),
});

/** An `Allowance`. */
const allowance = {
  ...exactly({
    period: text,
    counted: count,
    allowed: count,
    used: count,
    left: { type: 'integer' },
    text: { ...text, description: '`18 of 20 allowed late decisions used this year`' },
  }),
  description:
    'Of a proportion or limit with an objective: of what has settled in the financial year so far, how many may go wrong ' +
    'for the year to meet its objective, and how many did. Null without an objective, against an assumption, or ' +
    'of rounded counts.',
};

/** A `ChangeTold`. */
const change = exactly({
  number: { type: 'integer', minimum: 1, description: 'Goes up by one with every change; some are not listed.' },
  at: { ...moment, description: 'When it was noticed.' },
  measure: exactly({ id: text, version: text, title: text }),
  from: oneOfCodes(INDICATOR_STATES),
  to: oneOfCodes(INDICATOR_STATES),
  period: { ...text, description: 'Code of the period that was judged.' },
});

/** An `Attention`. */
const attention = exactly({
  asOf: date,
  audience: oneOfCodes(ROLES),
  freshness: schemaNamed('Freshness'),
  warnings: listOf(text),
  rows: listOf(schemaNamed('AttentionRow')),
  changes: {
    ...listOf(schemaNamed('AttentionChange')),
    maxItems: 20,
    description: 'Changes of state that were noticed on day K or before it, newest first.',
  },
  older: {
    ...orNull(count),
    description: 'What `before` has to be for older changes; null where there are none.',
  },
});

const schemas = {
  ...observationSchemas,
  Allowance: allowance,
  AttentionChange: change,
  AttentionRow: row,
  Attention: attention,
};

export const attentionOperation: Operation = {
  id: 'readAttention',
  summary: 'How every computed measure stands, worst first',
  description:
    'Off target, gone quiet, no clear change, too few, on target, without a target, gaps; within a state in the order of ' +
    'the measures. A measure that is still being counted from the log is a gap, its figures marked x. Changes of state are ' +
    'kept with the time at which they were noticed; how a measure stood when it was first looked at is no change.',
  parameters: [
    queryParameter('asOf', 'K: only what was known at the end of this day; by default today.', date),
    queryParameter('before', 'Only changes numbered below: what `older` said.', { type: 'integer', minimum: 1 }),
  ],
  answers: {
    200: json('A row for every computed measure.', schemaNamed('Attention')),
    400: cannotBeAnsweredAnswer,
    503: stepNotCounted,
  },
  schemas,
};

export const attentionStreamOperation: Operation = {
  id: 'followAttention',
  summary: 'How every computed measure stands, as that changes',
  description:
    'Server-sent events. `attention` comes at once and after every change of state, its data an Attention object; `id` is ' +
    'the number of the latest change, which only grows, also when the service is started again. `reset` comes before it ' +
    'where `Last-Event-ID` was never given: `{"reason":"unknown"}`. A comment comes every 15 seconds. A reader that stops ' +
    'reading is dropped.',
  parameters: [
    { name: 'Last-Event-ID', in: 'header', description: 'The id of the last event that was read.', schema: text },
  ],
  answers: {
    200: {
      description: 'Events, as long as the connection is open.',
      content: { 'text/event-stream': { schema: text } },
    },
    400: cannotBeAnsweredAnswer,
    503: stepNotCounted,
  },
  schemas,
};
