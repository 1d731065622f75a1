import { FACT_NAMES } from '../../../libs/events/fact-name.fact.js';
import { count, exactly, listOf, moment, oneOfCodes, orNull, schemaNamed } from '../../../libs/openapi/json.schema.js';
import { json, type Operation } from '../../../libs/openapi/operation.document.js';
import { logUnavailableAnswer } from '../refusal.document.js';

/** A `StatusOutline`, by member. */
const outline = {
  countedTo: moment,
  feeds: listOf(
    exactly({ fact: oneOfCodes(FACT_NAMES), lastSeen: orNull(moment), state: oneOfCodes(['normal', 'quiet']) }),
  ),
  filling: {
    ...orNull(exactly({ sent: count, of: count })),
    description: 'Events of synthetic history put on the log so far, while a first start does so.',
  },
} as const;

/** A `Status`. */
const status = exactly({
  profile: oneOfCodes(['embedded', 'distributed']),
  ...outline,
  partitions: listOf(
    exactly({ partition: count, end: count, position: count, lag: count, oldestUnappliedSeconds: count }),
  ),
  events: {
    ...exactly({ accepted: count, applied: count, duplicates: count, quarantined: count, inFlight: count }),
    description: 'accepted = applied + duplicates + quarantined + inFlight, always.',
  },
});

export const statusOperation: Operation = {
  id: 'readStatus',
  summary: 'How far the figures are, and whether they add up',
  answers: {
    200: json('As much of it as the role sees.', { oneOf: [schemaNamed('Status'), schemaNamed('StatusOutline')] }),
    503: logUnavailableAnswer,
  },
  schemas: { Status: status, StatusOutline: exactly(outline) },
};
