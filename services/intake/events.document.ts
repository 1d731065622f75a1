import { eventSchemas } from '../../libs/events/event.schema.js';
import { FACT_NAMES } from '../../libs/events/fact-name.fact.js';
import { DOOR_CODES } from '../../libs/events/refusal.fact.js';
import { count, exactly, listOf, oneOfCodes, orNull, schemaNamed, text } from '../../libs/openapi/json.schema.js';
import { comeBackLater, json, problem, type Operation } from '../../libs/openapi/operation.document.js';
import { MOST_BATCH_EVENTS } from './intake.settings.js';

/** A `Rejection`. */
const rejection = exactly({
  index: { ...orNull(count), description: 'Place of the event in the request; null: the request as a whole.' },
  id: orNull(text),
  code: oneOfCodes(DOOR_CODES),
  path: { ...text, description: 'JSON Pointer to the member at fault.' },
  detail: text,
});

/** A `Receipt`. */
const receipt = exactly({ accepted: count, rejected: listOf(schemaNamed('Rejection')) });

export const sendEventsOperation: Operation = {
  id: 'sendEvents',
  summary: 'Sends facts, as CloudEvents 1.0',
  description:
    'Structured, batch or binary mode; in binary mode the attributes are `ce-` headers and the body is the data. ' +
    'The same event may be sent again at any time.',
  body: {
    description: 'At most 64 KiB an event, and 1,000 events or 4 MiB a batch.',
    content: {
      'application/cloudevents+json': { schema: schemaNamed('Event') },
      'application/cloudevents-batch+json': {
        schema: { ...listOf(schemaNamed('Event')), minItems: 1, maxItems: MOST_BATCH_EVENTS },
      },
      'application/json': { schema: { type: 'object' } },
    },
  },
  answers: {
    202: json('Every accepted event is durable; the refused ones are listed.', schemaNamed('Receipt')),
    400: problem('Nothing was accepted; `errors` lists why, as `rejected` would.'),
    413: problem('An event, or a batch as a whole, is too large.'),
    415: problem('Another content type.'),
    503: comeBackLater('The log is not available: nothing is promised. Send all of it again.'),
  },
  schemas: {
    ...eventSchemas,
    Event: { oneOf: FACT_NAMES.map(schemaNamed) },
    Receipt: receipt,
    Rejection: rejection,
  },
};
