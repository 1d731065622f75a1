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
import { comeBackLater, json, queryParameter, type Operation } from '../../../libs/openapi/operation.document.js';
import { observationSchemas } from '../observations/observations.document.js';
import { cannotBeAnsweredAnswer } from '../refusal.document.js';
import { CHECK_NAMES, WEIGHTS } from './check.fact.js';

const STATES = ['provisional', 'final'];

const check = exactly({
  check: {
    ...oneOfCodes(CHECK_NAMES),
    description: 'What it is about. Answers have them in this order.',
  },
  weight: {
    ...oneOfCodes(WEIGHTS),
    description:
      'blocks: a release made now would be refused, or lack what has already happened. look: to be known before it is made.',
  },
  says: { ...text, description: 'The same in plain English.' },
  frameworks: { ...listOf(text), description: 'Ids of the framework measures concerned; empty: the year as a whole.' },
  measure: { ...orNull(text), description: 'Id of the computed measure concerned.' },
  feed: { ...orNull(text), description: 'The fact that no longer comes, or never came.' },
  count: { ...orNull(count), description: 'How many: events, facts, or rows of the table.' },
  until: { ...orNull(date), description: 'The first day on which it no longer stands in the way by itself.' },
});

export const checksOperation: Operation = {
  id: 'readChecks',
  summary: 'What should be cleared, or known, before a year is released',
  description:
    'Of the year as a release made now would hold it: known at the end of the last whole day. Nothing but `blocks` stands ' +
    'in the way of a provisional release; `mayBe` and `finalFrom` say what the calendar allows.',
  parameters: [{ ...queryParameter('year', 'The financial year: 2025-26.'), required: true }],
  answers: {
    200: json('In the order of `check`, then of the register.', schemaNamed('Checks')),
    400: cannotBeAnsweredAnswer,
    503: comeBackLater('The log cannot be reached, or too much is being asked at once.'),
  },
  schemas: {
    Freshness: observationSchemas.Freshness,
    Check: check,
    Checks: exactly({
      year: text,
      asOf: date,
      audience: oneOfCodes(ROLES),
      clear: { type: 'boolean', description: 'Whether nothing blocks.' },
      mayBe: { ...listOf(oneOfCodes(STATES)), description: 'As what the calendar lets the year be released now.' },
      finalFrom: { ...date, description: 'The first day on which the year can be final.' },
      lastRelease: orNull(exactly({ id: text, state: oneOfCodes(STATES), madeAt: moment })),
      checks: listOf(schemaNamed('Check')),
      freshness: schemaNamed('Freshness'),
    }),
  },
};
