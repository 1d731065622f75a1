import type { Viewer } from '../looking/looking.fact.js';

/** Somebody who has signed in on the pages. */
export interface Session {
  /** What query is asked with on their behalf. */
  readonly token: string;
  readonly viewer: Viewer;
}
