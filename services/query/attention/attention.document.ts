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
import { INDICATOR_STATES } from '../commitments/indicator-state.rule.js';
import { measureHeading, observationSchemas } from '../observations/observations.document.js';
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
    description: 'When the last came of what the measure counts, where that has gone quiet.',
  },
});

/** An `Attention`. */
const attention = exactly({
  asOf: date,
  audience: oneOfCodes(ROLES),
  freshness: schemaNamed('Freshness'),
  warnings: listOf(text),
  rows: listOf(schemaNamed('AttentionRow')),
});

export const attentionOperation: Operation = {
  id: 'readAttention',
  summary: 'How every computed measure stands, worst first',
  description:
    'Off target, gone quiet, no clear change, too few, on target, without a target, gaps; within a state in the order of ' +
    'the measures. A measure that is still being counted from the log is a gap, its figures marked x.',
  parameters: [queryParameter('asOf', 'K: only what was known at the end of this day; by default today.', date)],
  answers: {
    200: json('A row for every computed measure.', schemaNamed('Attention')),
    400: cannotBeAnsweredAnswer,
  },
  schemas: { ...observationSchemas, AttentionRow: row, Attention: attention },
};
