import type { ListedRelease, ReleasedRow } from './releases.fact.js';

/** `GET /v1/releases/{id}` as far as pages show it. */
export interface ReleaseAnswer extends ListedRelease {
  readonly definitionsHash: string;
  readonly registerHash: string;
  /** What changed since the release that it superseded, a sentence a line. */
  readonly summary: string;
}

/** `GET /v1/releases/{id}/differences?since=` as far as pages show it. */
export interface DifferencesAnswer {
  readonly before: string;
  readonly after: string;
  /** A sentence a line. */
  readonly summary: string;
}

/** `GET /v1/aggregates?year=`: what a release would hold. */
export interface AggregatesAnswer {
  readonly year: string;
  readonly asOf: string;
  readonly rows: readonly ReleasedRow[];
  readonly warnings: readonly string[];
}

/** One thing to clear, or to know, before a year is released. */
export interface YearCheck {
  readonly check: string;
  readonly weight: 'blocks' | 'look';
  readonly says: string;
  /** Ids of framework measures; empty: the year as a whole. */
  readonly frameworks: readonly string[];
  readonly measure: string | null;
}

/** `GET /v1/checks?year=` as far as pages show it. */
export interface ChecksAnswer {
  readonly year: string;
  readonly clear: boolean;
  readonly checks: readonly YearCheck[];
}
