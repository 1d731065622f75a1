/**
 * The answers of query, as far as pages use them. Source: contract, interfaces; the whole is in `/v1/openapi.json`.
 * Days and periods are codes (`2026-04-01`, `2026-04`, `2026-27-Q1`, `2026-27`), instants RFC 3339.
 */

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

export type Kind = 'count' | 'proportion' | 'limit' | 'time' | 'mean' | 'stock' | 'shares';

/** `p` provisional, `r` revised, `c` suppressed, `x` not available, `z` not applicable, `b` break in series. */
export type Mark = 'p' | 'r' | 'c' | 'x' | 'z' | 'b';

export type State = 'on-target' | 'off-target' | 'no-clear-change' | 'too-few' | 'gone-quiet' | 'no-target' | 'gap';

/** What every answer says of the measure that it is about. */
export interface MeasureHeading {
  readonly id: string;
  readonly version: string;
  readonly kind: Kind;
  readonly unit: string;
  readonly title: string;
  readonly betterWhen: 'higher' | 'lower' | 'neither';
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** One row. Members that have no meaning for the kind are `null`. */
export interface Observation {
  readonly period: string;
  readonly start: string;
  readonly end: string;
  readonly complete: boolean;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly p90: number | null;
  readonly parts: Readonly<Record<string, number>> | null;
  readonly interval: Interval | null;
  readonly target: number | null;
  readonly status: readonly Mark[];
}

/** `null`: not known while the log cannot be reached. */
export interface Freshness {
  readonly countedTo: string | null;
  readonly lagEvents: number | null;
}

/** `GET /v1/observations` */
export interface ObservationsAnswer {
  readonly measure: MeasureHeading;
  readonly grain: Grain;
  readonly by: readonly string[];
  readonly asOf: string;
  readonly audience: string;
  readonly observations: readonly Observation[];
  readonly freshness: Freshness;
  readonly warnings: readonly string[];
}

export interface Objective {
  readonly op: string;
  readonly value: number;
  readonly role: 'statutory' | 'agency' | 'assumption';
  readonly source: string;
}

/** How one measure stands; `latest` is of the last whole period, of a cohort measure the last no longer provisional. */
export interface Standing {
  readonly measure: MeasureHeading;
  /** Of `latest` and `before`: years for what has no figures by month. */
  readonly grain: 'month' | 'year';
  readonly latest: Observation;
  readonly before: Observation;
  readonly year: Observation;
  readonly objective: Objective | null;
  readonly state: State;
  /** Of a proportion or limit: how many of `latest` were not as they should be. */
  readonly missed: number | null;
  /** Since when nothing has come of what it is counted from; `null` unless it has gone quiet. */
  readonly quietSince: string | null;
  /** When it was noticed that it stands like this; `null`: not yet. */
  readonly since: string | null;
  /** How it stood before; `null`: it stood like this when it was first looked at. */
  readonly changedFrom: State | null;
  /** How much of what may go wrong in the year did; `null` where that cannot be said. */
  readonly allowance: Allowance | null;
}

/** In words: `18 of 20 allowed late decisions used this year`. */
export interface Allowance {
  readonly text: string;
}

/** A measure that stood otherwise from a moment on. */
export interface StateChange {
  readonly number: number;
  readonly at: string;
  readonly measure: Pick<MeasureHeading, 'id' | 'version' | 'title'>;
  readonly from: State;
  readonly to: State;
  readonly period: string;
}

/** `GET /v1/attention`: every computed measure, worst first. */
export interface AttentionAnswer {
  readonly asOf: string;
  readonly audience: string;
  readonly rows: readonly Standing[];
  /** Newest first. */
  readonly changes: readonly StateChange[];
  /** What `before` has to be for older ones; `null`: there are none. */
  readonly older: number | null;
  readonly freshness: Freshness;
  readonly warnings: readonly string[];
}

export interface NamedCommitment {
  readonly edition: string;
  readonly id: string;
  readonly title: string;
}

/** `GET /v1/measures/{id}` of a computed measure. */
export interface Definition extends MeasureHeading {
  readonly definition: string;
  readonly dateRule: string;
  readonly clock: string | null;
  readonly provisionalDays: number;
  readonly cohort: boolean;
  /** The only grains that it has; absent: every grain. */
  readonly grains?: readonly Grain[];
  readonly parts?: readonly string[];
  readonly classification: string;
  readonly source: string;
  /** Sets of dimensions that may be used together. */
  readonly cubes: readonly (readonly string[])[];
  readonly definitionHash: string;
  readonly evidences: readonly {
    readonly framework: string;
    readonly title: string;
    readonly relation: 'direct' | 'proxy';
    readonly commitments: readonly NamedCommitment[];
  }[];
}

/** `GET /v1/dimensions` */
export interface DimensionsAnswer {
  readonly dimensions: readonly {
    readonly name: string;
    readonly codes: readonly {
      readonly code: string;
      readonly name: string | null;
      readonly onlyFor?: readonly string[];
    }[];
    readonly measures: readonly string[];
  }[];
}

export interface Evidence {
  readonly kind: 'computed' | 'survey' | 'reported' | 'narrative';
  readonly relation: 'direct' | 'proxy';
  readonly measure?: string;
  readonly survey?: string;
  readonly question?: string;
  readonly why?: string;
}

interface Telling {
  readonly source: string;
  readonly id: string;
  readonly time: string;
  readonly recordedOn: string;
}

export interface ReportedFigure extends Telling {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string | null;
}

export interface FiledEntry extends Telling {
  readonly title: string;
  readonly summary: string;
  readonly link: string | null;
}

/** What was reported of one year, or told in words. */
export interface Filed {
  readonly year: string;
  readonly figure: ReportedFigure | null;
  readonly entries: readonly FiledEntry[];
}

/** A framework measure with one piece of the evidence that stands for it. */
export interface Indicator {
  readonly framework: string;
  readonly title: string;
  readonly confidence: 'confirmed' | 'inferred';
  readonly evidence: Evidence;
  readonly latest: Observation | null;
  readonly year: Observation | null;
  readonly state: State | null;
  /** Of evidence that people report: of the last whole year and of this one; of what is counted `null`. */
  readonly filed: readonly Filed[] | null;
}

export interface CommitmentRow {
  readonly edition: string;
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly responsible: string;
  readonly confidence: 'confirmed' | 'inferred';
  readonly inForce: { readonly from: string; readonly to: string | null };
  readonly continues: readonly string[];
  readonly continuedBy: readonly string[];
}

/** A principle of the Act or a theme of the charter's design. */
export interface Heading {
  readonly id: string;
  readonly title: string;
}

/** `GET /v1/commitments?edition=all&include=indicators` */
export interface CommitmentsAnswer {
  readonly principles: readonly Heading[];
  readonly themes: readonly Heading[];
  readonly editions: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string | null;
    readonly complete: boolean;
    readonly note?: string;
  }[];
  readonly commitments: readonly (CommitmentRow & { readonly indicators: readonly Indicator[] })[];
  readonly asOf: string;
  readonly audience: string;
  /** `null` where the answer has no figures. */
  readonly freshness: Freshness | null;
  readonly warnings: readonly string[];
}

/** `GET /v1/commitments/{edition}/{id}` */
export interface CommitmentAnswer extends CommitmentRow {
  readonly principles: readonly string[];
  readonly themes: readonly string[];
  readonly redress: readonly { readonly step: number; readonly title: string; readonly answerWithin: string | null }[];
  readonly indicators: readonly Indicator[];
  readonly asOf: string;
  readonly audience: string;
  readonly freshness: Freshness | null;
  readonly warnings: readonly string[];
}

/** `GET /v1/status`; how many events there are, and the parts of the log, only for those who may see how it runs. */
export interface StatusAnswer {
  readonly countedTo: string;
  readonly filling: { readonly sent: number; readonly of: number } | null;
  readonly feeds: readonly Feed[];
  readonly events?: {
    readonly accepted: number;
    readonly applied: number;
    readonly duplicates: number;
    readonly quarantined: number;
    readonly inFlight: number;
  };
  readonly partitions?: readonly {
    readonly partition: number;
    readonly end: number;
    readonly lag: number;
    readonly oldestUnappliedSeconds: number;
  }[];
}

/** A kind of event, and whether it still comes. */
export interface Feed {
  readonly fact: string;
  readonly lastSeen: string | null;
  readonly state: 'normal' | 'quiet';
}
