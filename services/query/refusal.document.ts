import { comeBackLater, problem } from '../../libs/openapi/operation.document.js';

/** Answers that several routes have in common: see answer.rule.ts. */
export const cannotBeAnsweredAnswer = problem(
  'Members of the query are at fault: each is listed in `errors` with `member`, `detail` and, where a list helps, `allowed`.',
);
export const beingComputedAnswer = comeBackLater('The figures of the measure are still being computed from the log.');
export const logUnavailableAnswer = comeBackLater('The event log cannot be reached.');
