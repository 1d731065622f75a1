import { ProblemException } from '../../problems/problem.exception.js';

/** 429: this caller has taken its part. */
export function tooMany(detail: string, afterSeconds: number): ProblemException {
  return new ProblemException(
    { type: '/problems/too-many-requests', title: 'too-many-requests', status: 429, detail },
    { 'Retry-After': String(afterSeconds) },
  );
}
