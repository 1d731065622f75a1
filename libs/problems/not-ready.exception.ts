import { ProblemException } from './problem.exception.js';

const COME_BACK_AFTER_SECONDS = 5;

/** 503: it cannot be done just now, for a reason that will pass. */
export function notReady(reason: string): ProblemException {
  return new ProblemException(
    { type: '/problems/not-ready', title: 'not-ready', status: 503, detail: reason },
    { 'Retry-After': String(COME_BACK_AFTER_SECONDS) },
  );
}
