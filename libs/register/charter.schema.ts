import { date, kebabCase, text } from './text.schema.js';

const commitmentId = { type: 'string', pattern: '^[0-9a-z]+\\.[0-9a-z]+$' } as const;
const confidence = { enum: ['confirmed', 'inferred'] } as const;
const year = { type: 'string', pattern: '^\\d{4}$' } as const;

const headings = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'title', 'commitments2019', 'source'],
    additionalProperties: false,
    properties: {
      id: kebabCase,
      title: text,
      commitments2019: { type: 'array', minItems: 1, uniqueItems: true, items: commitmentId },
      source: text,
    },
  },
} as const;

const commitment = {
  type: 'object',
  required: ['id', 'section', 'title', 'responsible', 'confidence', 'source'],
  additionalProperties: false,
  properties: {
    id: commitmentId,
    section: text,
    title: text,
    responsible: { enum: ['both', 'agency', 'government'] },
    confidence,
    source: text,
    continues: { type: 'array', minItems: 1, uniqueItems: true, items: commitmentId },
  },
} as const;

const edition = {
  type: 'object',
  required: ['id', 'from', 'to', 'complete', 'commitments'],
  additionalProperties: false,
  properties: {
    id: year,
    from: date,
    to: { ...date, nullable: true },
    complete: { type: 'boolean' },
    note: text,
    commitments: { type: 'array', minItems: 1, items: commitment },
  },
} as const;

const related = { relation: { enum: ['direct', 'proxy'] }, why: text } as const;

const evidence = {
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [
    {
      required: ['relation', 'measure'],
      additionalProperties: false,
      properties: { kind: { const: 'computed' }, measure: kebabCase, ...related },
    },
    {
      required: ['relation', 'survey', 'question'],
      additionalProperties: false,
      properties: {
        kind: { const: 'survey' },
        survey: { enum: ['client', 'staff', 'partner'] },
        question: { type: 'string', pattern: '^[a-z0-9-]{1,40}$' },
        ...related,
      },
    },
    {
      required: ['relation'],
      additionalProperties: false,
      properties: { kind: { enum: ['reported', 'narrative'] }, ...related },
    },
  ],
} as const;

const published = {
  type: 'object',
  required: ['year', 'value', 'unit'],
  additionalProperties: false,
  properties: { year: text, value: { type: ['number', 'string'] }, unit: text },
} as const;

const measure = {
  type: 'object',
  required: ['id', 'number', 'section', 'title', 'dataSource', 'commitments', 'evidencedBy', 'confidence', 'source'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^S\\d-M\\d{2}[a-z]?$' },
    number: { type: 'integer', minimum: 1 },
    section: text,
    title: text,
    dataSource: text,
    commitments: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['edition', 'id'],
        additionalProperties: false,
        properties: { edition: year, id: commitmentId },
      },
    },
    evidencedBy: { type: 'array', minItems: 1, items: evidence },
    confidence,
    source: { type: 'string' },
    published: { type: 'array', minItems: 1, items: published },
  },
} as const;

const redressStep = {
  type: 'object',
  required: ['step', 'title', 'answerWithin'],
  additionalProperties: false,
  properties: { step: { type: 'integer', minimum: 1 }, title: text, answerWithin: { ...text, nullable: true } },
} as const;

/** What `charter.json` must look like. */
export const charterSchema = {
  type: 'object',
  required: ['about', 'sections', 'principles', 'themes', 'redress', 'editions', 'measures'],
  additionalProperties: false,
  properties: {
    about: text,
    sections: { type: 'array', minItems: 1, uniqueItems: true, items: text },
    principles: headings,
    themes: headings,
    redress: { type: 'array', minItems: 1, items: redressStep },
    editions: { type: 'array', minItems: 1, items: edition },
    measures: { type: 'array', minItems: 1, items: measure },
  },
} as const;
