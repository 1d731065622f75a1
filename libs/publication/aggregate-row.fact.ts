import type { Status } from '../measures/figures/observe.measure.js';
import type { Interval } from '../measures/figures/wilson.measure.js';
import type { Evidence, FrameworkMeasure, Relation } from '../register/charter.fact.js';

/** What stands for a framework measure; a gap is what nothing stands for directly. */
export interface AggregateEvidence {
  readonly kind: Evidence['kind'] | 'gap';
  /** Id of the computed measure or of the survey's question (`survey.<question>`); `null` for every other kind. */
  readonly measure: string | null;
  /** `null` for a gap. */
  readonly relation: Relation | null;
}

/**
 * One framework measure of a year with one evidence for it, in the register's order (contract: api, "The annual
 * framework"). Members that have no meaning for the evidence are `null`.
 */
export interface AggregateRow {
  /** Id of the framework measure: `S1-M11`. */
  readonly framework: string;
  readonly title: string;
  readonly commitments: FrameworkMeasure['commitments'];
  readonly evidence: AggregateEvidence;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval: Interval | null;
  /** What `value` is counted in: `proportion`, `working days`, `claims`… */
  readonly unit: string | null;
  readonly status: readonly Status[];
  /** Narrative, or the note of what was reported. */
  readonly text: string | null;
}
