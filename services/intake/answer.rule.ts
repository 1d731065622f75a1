import { ProblemException } from '../../libs/problems/problem.exception.js';
import { plainProblem } from '../../libs/problems/problem.rule.js';
import type { Rejection } from './receipt.rule.js';

const COME_BACK_AFTER_SECONDS = 5;

/** 400, with the reason for each event. */
export function nothingAccepted(rejected: readonly Rejection[]): ProblemException {
  return new ProblemException({
    type: '/problems/no-event-accepted',
    title: 'No event was accepted',
    status: 400,
    detail: 'Each event, or the request as a whole, is refused for the reason listed under errors.',
    errors: rejected,
  });
}

/** 413: one event of more than 64 KiB, or a batch of more than 1,000 events or 4 MiB. */
export function tooLarge(rejection: Rejection): ProblemException {
  return new ProblemException({ ...plainProblem(413, rejection.detail), errors: [rejection] });
}

/** 415 */
export function unsupportedMediaType(): ProblemException {
  const taken = 'application/cloudevents+json, application/cloudevents-batch+json or application/json (binary mode)';
  return new ProblemException(plainProblem(415, `Events are sent as ${taken}, in UTF-8.`));
}

/** 403: a compiler's request with a fact that is not the compiler's to send. */
export function onlyReportedFacts(): ProblemException {
  return new ProblemException(plainProblem(403, 'This role may send figure.reported and evidence.filed only.'));
}

/** 503: nothing is promised, though some events may be on the log. */
export function logUnavailable(): ProblemException {
  return new ProblemException(
    {
      type: '/problems/log-unavailable',
      title: 'The event log is not available',
      status: 503,
      detail: 'Nothing is promised. Send all of it again: what has been taken already has no effect twice.',
    },
    { 'Retry-After': String(COME_BACK_AFTER_SECONDS) },
  );
}

/** 405 */
export function onlyPost(): ProblemException {
  return new ProblemException(plainProblem(405, 'Events are sent by POST.'), { Allow: 'POST' });
}
