import { date, exactly, listOf, oneOfCodes } from '../../../libs/openapi/json.schema.js';
import { comeBackLater, json, type Operation } from '../../../libs/openapi/operation.document.js';

/** For whoever sees controlled figures only. */
export const stepNotCounted = comeBackLater('The figures of the publication step are still being counted.');

export const stepsOperation: Operation = {
  id: 'listSteps',
  summary: 'When controlled figures moved',
  description:
    'Whoever sees controlled figures only may ask for them as known at the end of these days. They move at 09:30 of the ' +
    'day after, in Edinburgh.',
  parameters: [],
  answers: {
    200: json(
      'The steps of a year or more, newest first.',
      exactly({ step: oneOfCodes(['day', 'week', 'month']), latest: date, steps: listOf(date) }),
    ),
    503: stepNotCounted,
  },
  schemas: {},
};
