import { exactly } from '../openapi/json.schema.js';
import { comeBackLater, json, type Operation } from '../openapi/operation.document.js';

export const liveOperation: Operation = {
  id: 'isLive',
  summary: 'Whether the process runs',
  answers: { 200: json('It does.', exactly({ status: { const: 'live' } })) },
};

export const readyOperation: Operation = {
  id: 'isReady',
  summary: 'Whether the process can do what it is there for',
  answers: {
    200: json('It can.', exactly({ status: { const: 'ready' } })),
    503: comeBackLater('It cannot just now; the problem says why.'),
  },
};
