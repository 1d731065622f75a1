import type { Definition, Freshness, Grain, Observation } from './answers.fact.js';

/** What was met while a figure was counted; `null` where the number is suppressed. */
export interface ExplanationCounts {
  /** Cases of which something is counted. */
  readonly cases: number | null;
  /** Facts in them that correct or withdraw one that the measure reads. */
  readonly corrections: number | null;
  /** Facts in them that were recorded more than 7 days after they happened. */
  readonly late: number | null;
  /** On the log before the positions, of whatever fact. */
  readonly duplicates: number | null;
  readonly quarantined: number | null;
}

/** `GET /v1/explain`: what a figure rests on. */
export interface Explanation {
  /** Of the version in force in the period. */
  readonly definition: Pick<
    Definition,
    'id' | 'version' | 'kind' | 'unit' | 'title' | 'betterWhen' | 'definition' | 'dateRule' | 'clock' | 'definitionHash'
  > & { readonly journey: string; readonly reads: readonly string[] };
  readonly grain: Grain;
  readonly asOf: string;
  readonly audience: string;
  readonly observation: Observation;
  /** By partition: the first log offset that is not in the figure. */
  readonly positions: readonly { readonly partition: number; readonly position: number }[] | null;
  /** `null` on pages after the first. */
  readonly counts: ExplanationCounts | null;
  /** `null` for whoever may not see them. */
  readonly cases: {
    readonly total: number;
    readonly references: readonly string[];
    /** What asks for the next page; `null`: this is the last. */
    readonly next: string | null;
  } | null;
  /** `null` on pages after the first. */
  readonly freshness: Freshness | null;
  readonly warnings: readonly string[];
}
