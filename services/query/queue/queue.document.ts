import { ROLES } from '../../../libs/access/role.rule.js';
import { waiting } from '../../../libs/measures/figures/question.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { newestOfEach } from '../../../libs/measures/versions.measure.js';
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
import { json, queryParameter, type Operation } from '../../../libs/openapi/operation.document.js';
import { classification } from '../aggregates/classification.document.js';
import { filterParameter, lengthBand } from '../distribution/distribution.document.js';
import { measureHeading, observationSchemas } from '../observations/observations.document.js';
import { beingComputedAnswer, cannotBeAnsweredAnswer } from '../refusal.document.js';
import { hasQueue } from './queue.parser.js';

const bands = listOf(schemaNamed('LengthBand'));

/** A `QueueAnswer`. */
const queue = exactly({
  measure: measureHeading,
  filter: { type: 'object', additionalProperties: text },
  asOf: { ...date, description: 'K: the end of this day, by what was known then.' },
  audience: oneOfCodes(ROLES),
  classification,
  total: { ...count, description: 'Of `open-applications` the stock of the day; of a limit what was still within it.' },
  byAge: {
    ...orNull(listOf(exactly({ waiting: oneOfCodes(waiting.codes), count }))),
    description: 'By working days since received: the total. Null of a limit.',
  },
  soon: {
    ...listOf(exactly({ left: count, due: { ...date, description: 'The last day in time.' }, count })),
    description: 'About to be missed: 0 to 5 working days left, day by day.',
  },
  later: { ...bands, description: 'By working days left.' },
  overdue: { ...orNull(bands), description: 'By working days since the last day in time. Null of a limit.' },
  withoutLimit: {
    ...orNull(count),
    description:
      'Whose limit does not run. With `soon`, `later` and `overdue` it adds up to the total. Null of a limit.',
  },
  freshness: schemaNamed('Freshness'),
  warnings: listOf(text),
});

export const queueOperation: Operation = {
  id: 'readQueue',
  summary: 'What was waiting at the end of a day, and which limits were about to be missed',
  description:
    'Open applications by how long they have waited and by the working days left; of a limit, what was still within ' +
    'it. Waiting runs from the day received, a limit from the start of the work: do not show them side by side. The ' +
    'counts are exact, and have not been through disclosure control: whoever sees controlled figures only is refused.',
  parameters: [
    {
      ...queryParameter('measure', '`open-applications`, or the id of a limit, or `<id>@<version>`.', {
        anyOf: [
          oneOfCodes(
            newestOfEach(measures)
              .filter(hasQueue)
              .map(({ id }) => id),
          ),
          { ...text, pattern: '@' },
        ],
      }),
      required: true,
    },
    filterParameter,
    queryParameter('asOf', 'K: the day at whose end it is judged, by what was known then; by default today.', date),
  ],
  answers: {
    200: json('The queue of the day.', schemaNamed('Queue')),
    400: cannotBeAnsweredAnswer,
    503: beingComputedAnswer,
  },
  schemas: { ...observationSchemas, LengthBand: lengthBand, Queue: queue },
};
