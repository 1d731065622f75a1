import { ROLES } from '../../../libs/access/role.rule.js';
import {
  date,
  exactly,
  listOf,
  moment,
  oneOfCodes,
  orNull,
  schemaNamed,
  text,
} from '../../../libs/openapi/json.schema.js';
import {
  json,
  pathParameter,
  problem,
  queryParameter,
  type Operation,
} from '../../../libs/openapi/operation.document.js';
import { classification } from '../aggregates/classification.document.js';
import { INDICATOR_STATES } from './indicator-state.rule.js';
import { observationSchemas, quantity } from '../observations/observations.document.js';
import { stepNotCounted } from '../controlled/steps.document.js';
import { cannotBeAnsweredAnswer } from '../refusal.document.js';
import { registerSchemas } from '../definitions/register.document.js';

const confidence = {
  ...oneOfCodes(['confirmed', 'inferred']),
  description: 'Read in the published source, or worked out and to be shown as such.',
};

/** A `CommitmentRow`, by member. */
export const row = {
  edition: text,
  id: text,
  title: text,
  section: text,
  responsible: oneOfCodes(['both', 'agency', 'government']),
  confidence,
  inForce: exactly({ from: date, to: orNull(date) }),
  continues: { ...listOf(text), description: 'Ids of the edition before.' },
  continuedBy: { ...listOf(text), description: 'Ids of the edition after.' },
} as const;

/** An `Indicator`. */
const indicator = exactly({
  framework: { ...text, description: 'Id of the framework measure.' },
  title: text,
  confidence,
  evidence: schemaNamed('Evidence'),
  latest: {
    ...orNull(schemaNamed('Observation')),
    description: 'Of the last whole month; of a cohort measure the last that is no longer provisional.',
  },
  year: { ...orNull(schemaNamed('Observation')), description: 'Of the financial year that contains K, so far.' },
  state: {
    ...orNull(oneOfCodes(INDICATOR_STATES)),
    description: 'Of `latest` against its objective; null for whoever does not see figures.',
  },
  filed: {
    ...orNull(listOf(schemaNamed('Filed'))),
    description: 'Of evidence that people report: of the last whole year, and of the year that contains K.',
  },
});

/** Members of what was reported or filed that say who told it and when. */
const telling = {
  source: { ...text, description: 'The system that told it.' },
  id: { ...text, description: 'Of the fact: to correct or withdraw it both are named.' },
  time: { ...moment, description: 'When it was reported.' },
  recordedOn: { ...date, description: 'When that was first recorded.' },
} as const;

/** A `Filed`. */
const filed = exactly({
  year: text,
  figure: {
    ...orNull(
      exactly({
        value: { type: 'number' },
        numerator: quantity,
        denominator: quantity,
        note: orNull(text),
        ...telling,
      }),
    ),
    description: 'The latest that was reported; its members are as reported.',
  },
  entries: {
    ...listOf(exactly({ title: text, summary: text, link: orNull(text), ...telling })),
    description: 'Words, never scored; the earliest first.',
  },
});

const indicators = { ...listOf(schemaNamed('Indicator')), description: "In the register's order, never averaged." };

/** An `AboutIndicators`, by member. */
export const about = {
  asOf: date,
  audience: oneOfCodes(ROLES),
  classification: { ...orNull(classification), description: 'Null where the answer has no figures.' },
  freshness: { ...orNull(schemaNamed('Freshness')), description: 'Null where the answer has no figures.' },
  warnings: listOf(text),
} as const;

/** A `CommitmentAnswer`. */
const commitment = exactly({
  ...row,
  principles: listOf(text),
  themes: listOf(text),
  redress: listOf(schemaNamed('RedressStep')),
  indicators,
  ...about,
});

export const indicatorSchemas = {
  ...observationSchemas,
  Indicator: indicator,
  Filed: filed,
  Evidence: registerSchemas.Evidence,
} as const;

/** An edition without its commitments. */
const edition = exactly(
  {
    id: text,
    from: date,
    to: orNull(date),
    complete: { type: 'boolean', description: 'Whether the list of commitments is known to be whole.' },
    note: text,
  },
  ['note'],
);

const heading = exactly({ id: text, title: text });

/** What a `CommitmentList` says of the charter itself, by member. */
const aboutCharter = {
  asOf: { ...date, description: 'K.' },
  warnings: listOf(text),
  editions: listOf(edition),
  principles: { ...listOf(heading), description: 'Of the Act.' },
  themes: { ...listOf(heading), description: "Of the charter's design." },
} as const;

const asOfParameter = queryParameter('asOf', 'K: only what was known at the end of this day; by default today.', date);

export const commitmentsOperation: Operation = {
  id: 'listCommitments',
  summary: 'What was promised, with or without how it stands',
  description:
    'With indicators: figures and states for whoever may read observations, a warning why not for everybody else.',
  parameters: [
    queryParameter(
      'edition',
      'Only those of this edition; `all`: of every one. By default of the one in force at K, with a warning where its ' +
        'financial year spans two.',
    ),
    queryParameter('section', 'Only those of this section.'),
    queryParameter('include', 'What else to say of each.', oneOfCodes(['indicators'])),
    asOfParameter,
    queryParameter(
      'format',
      'CSV has indicators always, a row for each piece of evidence and each gap.',
      oneOfCodes(['json', 'csv']),
    ),
  ],
  answers: {
    200: {
      description: "In the register's order.",
      content: {
        'application/json': {
          schema: { oneOf: [schemaNamed('CommitmentList'), schemaNamed('CommitmentListWithIndicators')] },
        },
        'text/csv': { schema: text },
      },
    },
    400: cannotBeAnsweredAnswer,
    503: stepNotCounted,
  },
  schemas: {
    ...indicatorSchemas,
    CommitmentRow: exactly(row),
    CommitmentList: exactly({ ...aboutCharter, commitments: listOf(schemaNamed('CommitmentRow')) }),
    CommitmentListWithIndicators: exactly({
      ...aboutCharter,
      commitments: listOf(exactly({ ...row, indicators })),
      ...about,
    }),
  },
};

export const commitmentOperation: Operation = {
  id: 'readCommitment',
  summary: 'A commitment and how it stands',
  description:
    'Whoever may read observations gets figures and states; everybody else the same without them, and a warning why.',
  parameters: [pathParameter('edition', 'For example 2019.'), pathParameter('id', 'For example 2.2.'), asOfParameter],
  answers: {
    200: json('The commitment.', schemaNamed('Commitment')),
    400: cannotBeAnsweredAnswer,
    404: problem('No edition has a commitment of this id.'),
    503: stepNotCounted,
  },
  schemas: { ...indicatorSchemas, Commitment: commitment, RedressStep: registerSchemas.RedressStep },
};
