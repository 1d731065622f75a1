import { eventSchemas, SCHEMAS } from './event.schema.js';
import { factSchemas } from './fact-catalogue.fact.js';
import { FACT_NAMES, typeOfFact } from './fact-name.fact.js';

const MEDIA_TYPE = 'application/cloudevents+json';
const TOPIC = 'charter.events.v1';
const PARTITIONS = 12;
const key = { type: 'string', description: 'The subject of the event.' } as const;

/**
 * The event channel as an AsyncAPI 3.0 document: one message for each fact. `docs/asyncapi.json` is this very document,
 * which its test compares.
 */
export const eventChannelDocument = {
  asyncapi: '3.0.0',
  info: {
    title: 'Charter Monitor: events',
    version: '1.0.0',
    description:
      'Facts about cases, as delivery systems state them. A name changes only by a new version. ' +
      'All examples and data of the project are synthetic.',
    license: { name: 'MIT' },
  },
  defaultContentType: MEDIA_TYPE,
  channels: {
    events: {
      address: TOPIC,
      title: 'Events',
      description:
        'The event log. Records are keyed by the subject and lie in the partition that murmur2 of the key names; a record ' +
        'elsewhere, or one that is not valid, is quarantined. Broker time is the append time ' +
        '(message.timestamp.type=LogAppendTime). Whoever writes here directly counts as an importer.',
      messages: Object.fromEntries(FACT_NAMES.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
      bindings: { kafka: { topic: TOPIC, partitions: PARTITIONS, bindingVersion: '0.5.0' } },
    },
  },
  operations: {
    takeEvents: {
      action: 'receive',
      channel: { $ref: '#/channels/events' },
      summary: 'Every fact is counted once, whatever the order and however often it comes.',
    },
    passOnEvents: {
      action: 'send',
      channel: { $ref: '#/channels/events' },
      summary: 'What was accepted over HTTP is put here before it is answered 202.',
    },
  },
  components: {
    messages: Object.fromEntries(
      FACT_NAMES.map((name) => [
        name,
        {
          name: typeOfFact(name),
          title: name,
          summary: factSchemas[name].description,
          contentType: MEDIA_TYPE,
          headers: { $ref: `${SCHEMAS}Headers` },
          payload: { $ref: `${SCHEMAS}${name}` },
          bindings: { kafka: { key, bindingVersion: '0.5.0' } },
        },
      ]),
    ),
    schemas: {
      Headers: {
        type: 'object',
        required: ['content-type'],
        properties: {
          'content-type': { const: MEDIA_TYPE },
          traceparent: { type: 'string', description: 'W3C trace context.' },
        },
      },
      ...eventSchemas,
    },
  },
} as const;
