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
import { stepNotCounted } from '../controlled/steps.document.js';
import { json, pathParameter, problem, type Operation } from '../../../libs/openapi/operation.document.js';
import { frameworkAnswerSchemas } from '../commitments/framework.document.js';
import { registerSchemas } from './register.document.js';

/** An `Evidenced`. */
const evidenced = exactly({
  framework: { ...text, description: 'Id of the framework measure.' },
  title: text,
  relation: oneOfCodes(['direct', 'proxy']),
  commitments: listOf(exactly({ edition: text, id: text, title: text })),
});

/** The members of a `Definition`. */
export const definitionMembers = {
  id: text,
  version: text,
  inForceFrom: { ...date, description: 'Of a version that follows another.' },
  title: text,
  definition: text,
  kind: text,
  unit: text,
  betterWhen: oneOfCodes(['higher', 'lower', 'neither']),
  journey: text,
  reads: listOf(text),
  dateRule: text,
  clock: { type: ['string', 'null'] },
  provisionalDays: count,
  cohort: { type: 'boolean' },
  settles: { const: true, description: 'Items count only from their date on, which may lie ahead.' },
  grains: { ...listOf(text), description: 'The only grains; absent where it has every grain.' },
  parts: listOf(text),
  derivedDimensions: listOf(text),
  classification: text,
  source: text,
  cubes: { ...listOf(listOf(text)), description: 'Sets of dimensions that may be used together.' },
  dimensions: listOf(exactly({ name: text, codes: listOf(text) })),
  definitionHash: { ...text, pattern: '^[0-9a-f]{64}$' },
} as const;

export const optionalInDefinition = ['inForceFrom', 'settles', 'grains', 'parts', 'derivedDimensions'];

/** A `ComputedMeasure`. */
const computedMeasure = exactly(
  {
    ...definitionMembers,
    versions: {
      ...listOf(exactly({ version: text, inForceFrom: orNull(date), definitionHash: text })),
      description: 'In the order in which they come into force; the figures of a period are by the one in force then.',
    },
    evidences: { ...listOf(evidenced), description: 'The measures of the framework that it stands for.' },
  },
  optionalInDefinition,
);

const schemas = { ComputedMeasure: computedMeasure, FrameworkMeasure: registerSchemas.FrameworkMeasure } as const;

export const measuresOperation: Operation = {
  id: 'listMeasures',
  summary: "Every measure: those that are computed, and the framework's",
  answers: {
    200: json(
      "In the register's order.",
      exactly({ measures: listOf(schemaNamed('ComputedMeasure')), framework: listOf(schemaNamed('FrameworkMeasure')) }),
    ),
  },
  schemas,
};

export const measureOperation: Operation = {
  id: 'readMeasure',
  summary: 'What a measure means',
  parameters: [
    pathParameter('id', 'Of a computed measure (`<id>@<version>`: of one version of it), or of one of the framework.'),
  ],
  answers: {
    200: json('The definition; of the framework the row, its place in the charter, and how it stands.', {
      oneOf: [schemaNamed('ComputedMeasure'), schemaNamed('FrameworkAnswer')],
    }),
    404: problem('No measure has this id.'),
    503: stepNotCounted,
  },
  schemas: { ComputedMeasure: computedMeasure, ...frameworkAnswerSchemas },
};
