import { exactly, listOf, orNull, schemaNamed, text } from '../../../libs/openapi/json.schema.js';
import { comeBackLater, json, queryParameter, type Operation } from '../../../libs/openapi/operation.document.js';
import { cannotBeAnsweredAnswer } from '../refusal.document.js';

const number = { type: 'integer', minimum: 1 } as const;

export const auditOperation: Operation = {
  id: 'readAudit',
  summary: 'Who did what that must be accounted for',
  description:
    'The lines as they are kept, oldest first. `digest` is the SHA-256, hex, of `<number>\\n<previous>\\n<entry>`, `previous` ' +
    'the digest of the line before (64 zeros before the first): no line can be changed, left out or put in without every ' +
    'later one. Never holds a case reference.',
  parameters: [queryParameter('after', 'Only lines numbered above: what `next` said.', number)],
  answers: {
    200: json(
      'A page of at most 500.',
      exactly({
        lines: listOf(schemaNamed('AuditLine')),
        next: { ...orNull(number), description: 'What `after` has to be for the next page.' },
      }),
    ),
    400: cannotBeAnsweredAnswer,
    503: comeBackLater('The store cannot be reached.'),
  },
  schemas: {
    AuditLine: exactly({
      number,
      entry: { ...text, description: 'JSON: `at`, `role`, `principal`, `action`, `question`.' },
      previous: text,
      digest: text,
    }),
  },
};
