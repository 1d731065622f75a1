import { STATUS_CODES } from 'node:http';

/** An error answer as of RFC 9457, sent as `application/problem+json`. */
export interface Problem {
  /** What kind of error it is: a URI relative to the API, or `about:blank` where the status says it all. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The members of the request that are at fault, each as its route describes it. */
  readonly errors?: readonly object[];
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** The problem that says no more than its status does. */
export function plainProblem(status: number, detail: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail };
}
