import type { ListedRelease, ReleasedRow } from './releases.fact.js';

/** A release as it is listed, with when others may read it. */
export interface AnnualRelease extends ListedRelease {
  /** RFC 3339: until then only those who prepare it read it; `null`: everybody does. */
  readonly embargoUntil: string | null;
}

/** `GET /v1/releases/{id}` as far as pages show it. */
export interface ReleaseAnswer extends AnnualRelease {
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
