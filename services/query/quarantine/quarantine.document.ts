import { REFUSAL_CODES } from '../../../libs/events/refusal.fact.js';
import {
  count,
  exactly,
  listOf,
  moment,
  oneOfCodes,
  orNull,
  schemaNamed,
  text,
} from '../../../libs/openapi/json.schema.js';
import {
  comeBackLater,
  json,
  pathParameter,
  problem,
  queryParameter,
  type Operation,
} from '../../../libs/openapi/operation.document.js';
import { cannotBeAnsweredAnswer } from '../refusal.document.js';
import { STANDINGS } from './standing.rule.js';

const away = comeBackLater('The event log or the store cannot be reached.');

const schemas = {
  QuarantineEntry: exactly({
    id: { ...text, description: '`<partition>-<offset>`: where the record lies on the log.' },
    partition: count,
    offset: count,
    appendedAt: moment,
    code: oneOfCodes(REFUSAL_CODES),
    path: { ...text, description: 'JSON Pointer to the member at fault; `?` for a name that no event has.' },
    detail: text,
    event: {
      ...exactly({ source: orNull(text), id: orNull(text), type: orNull(text) }),
      description: 'What its producer knows it by; null where the record does not say, or it names the case.',
    },
    standing: {
      ...oneOfCodes(STANDINGS),
      description:
        'What would become of it now: replayable; counted already, by a replay, by having been sent again, or by a ' +
        'rebuild; refused again.',
    },
  }),
};

export const quarantineOperation: Operation = {
  id: 'listQuarantine',
  summary: 'Records on the log that were not counted, and why',
  description: 'By place on the log. An entry stays when its event is replayed. Never shows data or the case.',
  parameters: [queryParameter('after', 'Only entries behind this one: what `next` said.')],
  answers: {
    200: json(
      'A page of at most 100.',
      exactly({
        entries: listOf(schemaNamed('QuarantineEntry')),
        next: { ...orNull(text), description: 'What `after` has to be for the next page.' },
      }),
    ),
    400: cannotBeAnsweredAnswer,
    503: away,
  },
  schemas,
};

export const replayOperation: Operation = {
  id: 'replayQuarantined',
  summary: 'Put a quarantined event on the log again',
  description:
    'The same event, known from the same day, marked with the position it replays; it is counted in a moment. Asked twice it ' +
    'has no effect twice.',
  parameters: [pathParameter('id', 'Id of an entry: 3-1205')],
  answers: {
    202: json('It is on the log.', exactly({ replayed: text })),
    404: problem('There is no such entry.'),
    409: problem(
      'Nothing was done: `already-counted`, or the reason for which it would be quarantined again, with `code`, `path` and ' +
        '`detail` in `errors`.',
    ),
    503: away,
  },
};
