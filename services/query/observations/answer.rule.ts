import { ProblemException } from '../../../libs/problems/problem.exception.js';
import { plainProblem } from '../../../libs/problems/problem.rule.js';
import type { Refusal } from '../refusal.rule.js';

const COME_BACK_AFTER_SECONDS = 5;
/** Of a query with more faults the first are listed. */
const MOST_FAULTS_LISTED = 20;
const comeBack = { 'Retry-After': String(COME_BACK_AFTER_SECONDS) };

/** 400, with every member at fault and what is allowed there. */
export function cannotBeAnswered(refusals: readonly Refusal[]): ProblemException {
  const [first] = refusals;
  return new ProblemException({
    type: '/problems/invalid-query',
    title: 'The query cannot be answered',
    status: 400,
    detail: first === undefined ? 'Members of the query are at fault.' : `${first.member}: ${first.detail}`,
    errors: refusals.slice(0, MOST_FAULTS_LISTED),
  });
}

/** 503: the generation of figures in use was begun without what is asked for. */
export function stillBeingComputed(): ProblemException {
  return new ProblemException(
    {
      type: '/problems/being-computed',
      title: 'being-computed',
      status: 503,
      detail: 'The figures of this measure are being computed from the log. The others are there.',
    },
    comeBack,
  );
}

/** 503: what is asked for depends on how far the log goes. */
export function logUnavailable(): ProblemException {
  return new ProblemException(
    {
      type: '/problems/log-unavailable',
      title: 'The event log is not available',
      status: 503,
      detail: 'How far the figures go cannot be told while the log cannot be reached.',
    },
    comeBack,
  );
}

/** 404 */
export function noSuchMeasure(): ProblemException {
  return new ProblemException(plainProblem(404, 'Neither a computed measure nor one of the framework has this id.'));
}

/** 404 */
export function noSuchCommitment(): ProblemException {
  return new ProblemException(plainProblem(404, 'No edition of the charter has a commitment of this id.'));
}
