import type { Evidence, Interval, Mark } from './answers.fact.js';

/** A release as it is listed: a year of the framework, frozen. */
export interface ListedRelease {
  readonly id: string;
  readonly year: string;
  readonly state: 'provisional' | 'final';
  readonly note: string;
  readonly madeAt: string;
  /** K: what was known at the end of this day. */
  readonly asOf: string;
  /** Id of the release whose place it took. */
  readonly supersedes: string | null;
  /** Which of its two tables this reader gets. */
  readonly table: 'exact' | 'published';
  /** Id of the release that took its place. */
  readonly supersededBy: string | null;
  /** RFC 3339: until then only those who prepare it read it; `null`: everybody does. */
  readonly embargoUntil: string | null;
}

/** `GET /v1/releases`: those that the reader may read, the latest made first. */
export interface ReleasesAnswer {
  readonly releases: readonly ListedRelease[];
}

/** A framework measure of a year with one evidence for it. Members that have no meaning for the evidence are `null`. */
export interface ReleasedRow {
  readonly framework: string;
  readonly title: string;
  readonly evidence: {
    readonly kind: Evidence['kind'] | 'gap';
    /** Id of the computed measure or of the survey's question. */
    readonly measure: string | null;
    readonly relation: Evidence['relation'] | null;
  };
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval: Interval | null;
  readonly unit: string | null;
  readonly status: readonly Mark[];
  /** Narrative, the note of a reported figure, or what the gap is. */
  readonly text: string | null;
}

/** `GET /v1/releases/{id}/aggregates` */
export interface ReleasedTable {
  readonly year: string;
  readonly asOf: string;
  readonly table: ListedRelease['table'];
  readonly rows: readonly ReleasedRow[];
}
