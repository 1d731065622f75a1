import { ROLES } from '../../../libs/access/role.rule.js';
import { date, exactly, listOf, oneOfCodes, orNull, schemaNamed, text } from '../../../libs/openapi/json.schema.js';
import { queryParameter, type Operation } from '../../../libs/openapi/operation.document.js';
import { interval, observationSchemas, quantity, STATUSES } from '../observations/observations.document.js';
import { classification } from './classification.document.js';
import { cannotBeAnsweredAnswer } from '../refusal.document.js';

export const FORMATS = ['json', 'csv'];

/** What stands for a framework measure. */
export const aggregateEvidence = exactly({
  kind: {
    ...oneOfCodes(['computed', 'survey', 'reported', 'narrative', 'gap']),
    description: 'What stands for the measure; gap: nothing stands for it itself.',
  },
  measure: { ...orNull(text), description: 'Id of the computed measure or of the question of a survey.' },
  relation: { ...orNull(oneOfCodes(['direct', 'proxy'])), description: 'Null for a gap.' },
});

/** An `AggregateRow`. */
export const aggregateRow = exactly({
  framework: { ...text, description: 'Id of the framework measure.' },
  title: text,
  commitments: listOf(exactly({ edition: text, id: text })),
  evidence: aggregateEvidence,
  value: { ...quantity, description: 'Null for words, and where there is no figure: see status.' },
  numerator: quantity,
  denominator: quantity,
  interval: orNull(interval),
  unit: { ...orNull(text), description: 'Null for what is reported: it is as reported.' },
  status: listOf(oneOfCodes(STATUSES)),
  text: { ...orNull(text), description: 'Narrative, the note of a reported figure, or what the gap is.' },
});

export const aggregatesOperation: Operation = {
  id: 'readAggregates',
  summary: 'The whole framework in a year: what a release would hold now',
  description:
    'Every framework measure has a row for each piece of evidence, and one that names the gap where none of it is direct.',
  parameters: [
    { ...queryParameter('year', 'The financial year: 2025-26.'), required: true },
    queryParameter('asOf', 'K: only what was known at the end of this day; by default today.', date),
    queryParameter('format', 'By default what `Accept` asks for.', oneOfCodes(FORMATS)),
  ],
  answers: {
    200: {
      description:
        "In the register's order. The same rows as CSV: framework, title, commitments, evidence, measure, relation, value, " +
        'numerator, denominator, low, high, unit, status, text.',
      content: { 'application/json': { schema: schemaNamed('Aggregates') }, 'text/csv': { schema: text } },
    },
    400: cannotBeAnsweredAnswer,
  },
  schemas: {
    Freshness: observationSchemas.Freshness,
    AggregateRow: aggregateRow,
    Aggregates: exactly({
      year: text,
      asOf: date,
      audience: oneOfCodes(ROLES),
      classification,
      rows: listOf(schemaNamed('AggregateRow')),
      freshness: schemaNamed('Freshness'),
      warnings: listOf(text),
    }),
  },
};
