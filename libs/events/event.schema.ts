import { factSchemas } from './fact-catalogue.fact.js';
import { FACT_NAMES, typeOfFact, type FactName } from './fact-name.fact.js';

/** A JSON Schema that reads the same in draft 07, which AsyncAPI uses, and in 2020-12, which OpenAPI uses. */
type Schema = Readonly<Record<string, unknown>>;

/** Where both kinds of document keep their schemas. */
export const SCHEMAS = '#/components/schemas/';

/** The attributes of every event (contract: events, "Envelope"). An attribute that is `null` is absent. */
const envelope: Schema = {
  description: 'CloudEvents 1.0, structured. Other extension attributes are dropped.',
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'time', 'subject', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', minLength: 1, maxLength: 128, description: 'Unique within source and subject.' },
    source: { type: 'string', format: 'uri-reference', minLength: 1, maxLength: 256 },
    type: { type: 'string' },
    time: { type: 'string', format: 'date-time', description: 'When the fact happened; from 2018.' },
    subject: {
      type: 'string',
      pattern: '^[A-Za-z0-9._-]{6,64}$',
      description: 'The case reference: opaque, never a name, a national insurance number or an address.',
    },
    datacontenttype: { enum: ['application/json', null] },
    dataschema: { type: 'null' },
    data_base64: { type: 'null' },
    recordedtime: {
      type: ['string', 'null'],
      format: 'date-time',
      description: 'When the fact was first recorded. Only an importer may set it.',
    },
    data: { type: 'object' },
  },
};

/** The schema of every event by the name of its fact, and of the envelope they have in common. */
export const eventSchemas: Readonly<Record<FactName | 'Envelope', Schema>> = {
  Envelope: envelope,
  ...fromNames((name) => ({
    allOf: [
      { $ref: `${SCHEMAS}Envelope` },
      { type: 'object', properties: { type: { const: typeOfFact(name) }, data: factSchemas[name] } },
    ],
  })),
};

function fromNames<Value>(valueOf: (name: FactName) => Value): Readonly<Record<FactName, Value>> {
  return Object.fromEntries(FACT_NAMES.map((name) => [name, valueOf(name)])) as Record<FactName, Value>;
}
