import { exactly, listOf, schemaNamed } from '../../../libs/openapi/json.schema.js';
import { json, queryParameter, type Operation } from '../../../libs/openapi/operation.document.js';
import { cannotBeAnsweredAnswer } from '../refusal.document.js';
import { registerSchemas } from './register.document.js';

export const targetsOperation: Operation = {
  id: 'listTargets',
  summary: 'What is aimed at, each from a day on, with its role and source',
  parameters: [queryParameter('measure', 'Only those of this measure.')],
  answers: {
    200: json("In the register's order.", exactly({ targets: listOf(schemaNamed('Target')) })),
    400: cannotBeAnsweredAnswer,
  },
  schemas: { Target: registerSchemas.Target },
};
