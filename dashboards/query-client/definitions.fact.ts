import type { CommitmentRow, Definition, Evidence, Freshness, Indicator, Objective } from './answers.fact.js';

/** A version of a measure, in outline. */
export interface VersionListed {
  readonly version: string;
  /** `null`: from the beginning. */
  readonly inForceFrom: string | null;
  readonly definitionHash: string;
}

/** `GET /v1/measures/{id}` of a computed measure, with what only those who check it need. */
export interface ComputedMeasure extends Definition {
  /** What its cases are: `claim`. */
  readonly journey: string;
  /** The facts that it reads, beside the one that begins a case. */
  readonly reads: readonly string[];
  /** In the order in which they come into force. */
  readonly versions: readonly VersionListed[];
}

/** A figure that was published elsewhere for a measure of the framework. */
interface PublishedElsewhere {
  readonly year: string;
  readonly value: number;
  readonly unit: string;
}

/** A measure of the framework as the register has it. */
export interface FrameworkMeasure {
  /** `S2-M31` */
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly dataSource: string;
  readonly evidencedBy: readonly Evidence[];
  readonly confidence: 'confirmed' | 'inferred';
  readonly source: string;
  readonly published?: readonly PublishedElsewhere[];
}

/** `GET /v1/measures` */
export interface MeasuresAnswer {
  readonly measures: readonly ComputedMeasure[];
  readonly framework: readonly FrameworkMeasure[];
}

/** `GET /v1/measures/{id}` of a measure of the framework: its row, its place in the charter, and how it stands. */
export interface FrameworkAnswer extends FrameworkMeasure {
  /** Whether nothing stands for it itself. */
  readonly gap: boolean;
  readonly promises: readonly CommitmentRow[];
  readonly indicators: readonly Indicator[];
  readonly asOf: string;
  readonly audience: string;
  /** `null` where the answer has no figures. */
  readonly freshness: Freshness | null;
  readonly warnings: readonly string[];
}

/** What is aimed at from a day on: an objective for the figure, or the limit that its cases are held to. */
export interface Target {
  readonly measure: string;
  readonly benefit?: string;
  readonly specialRules?: boolean;
  readonly objective?: Pick<Objective, 'op' | 'value'>;
  readonly limit?: { readonly workingDays: number };
  readonly from: string;
  readonly role: Objective['role'];
  readonly source: string;
}

/** `GET /v1/targets?measure=` */
export interface TargetsAnswer {
  readonly targets: readonly Target[];
}
