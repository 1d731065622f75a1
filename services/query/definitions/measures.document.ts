import { count, exactly, listOf, oneOfCodes, schemaNamed, text } from '../../../libs/openapi/json.schema.js';
import { json, pathParameter, problem, type Operation } from '../../../libs/openapi/operation.document.js';
import { registerSchemas } from './register.document.js';

/** An `Evidenced`. */
const evidenced = exactly({
  framework: { ...text, description: 'Id of the framework measure.' },
  title: text,
  relation: oneOfCodes(['direct', 'proxy']),
  commitments: listOf(exactly({ edition: text, id: text, title: text })),
});

/** A `ComputedMeasure`. */
const computedMeasure = exactly(
  {
    id: text,
    version: text,
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
    evidences: { ...listOf(evidenced), description: 'The measures of the framework that it stands for.' },
  },
  ['settles', 'grains', 'parts', 'derivedDimensions'],
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
  parameters: [pathParameter('id', 'Of a computed measure, or of one of the framework.')],
  answers: {
    200: json('The definition, or the row of the framework.', {
      oneOf: [schemaNamed('ComputedMeasure'), schemaNamed('FrameworkMeasure')],
    }),
    404: problem('No measure has this id.'),
  },
  schemas,
};
