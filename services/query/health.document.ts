import { exactly } from '../../libs/openapi/json.schema.js';
import { comeBackLater, json, type Operation } from '../../libs/openapi/operation.document.js';

export const liveOperation: Operation = {
  id: 'isLive',
  summary: 'Whether the process runs',
  answers: { 200: json('It does.', exactly({ status: { const: 'live' } })) },
};

export const readyOperation: Operation = {
  id: 'isReady',
  summary: 'Whether figures can be asked for',
  answers: {
    200: json('They can.', exactly({ status: { const: 'ready' } })),
    503: comeBackLater('They have not been taken in yet, or nothing has begun to count them.'),
  },
};
