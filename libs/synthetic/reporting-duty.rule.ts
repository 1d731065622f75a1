import type { FrameworkMeasure } from '../register/charter.fact.js';

/** What is filed once a year for a framework measure: a figure, or words. */
export interface ReportingDuty {
  readonly measure: string;
  readonly title: string;
  readonly kind: 'reported' | 'narrative';
}

/** The duties that the framework's measures leave to people, in its order. */
export function reportingDuties(measures: readonly FrameworkMeasure[]): readonly ReportingDuty[] {
  return measures.flatMap(({ id, title, evidencedBy }) =>
    evidencedBy.flatMap(({ kind }) =>
      kind === 'reported' || kind === 'narrative' ? [{ measure: id, title, kind }] : [],
    ),
  );
}
