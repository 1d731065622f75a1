import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Period } from '../../../libs/calendars/period.calendar.js';
import {
  observationOfEntries,
  observationOfFigure,
} from '../../../libs/measures/reported/reported-observation.measure.js';
import type {
  FiledEntry,
  ReportedFigure,
  ReportedStanding,
} from '../../../libs/measures/reported/reported-standing.measure.js';
import type { Evidence } from '../../../libs/register/charter.fact.js';
import type { Standing } from '../attention/measure-standing.rule.js';

/** What was reported, or filed in words, of one year. */
export interface Filed {
  /** Code of the financial year. */
  readonly year: string;
  /** Of evidence by figures; else `null`. */
  readonly figure: ReportedFigure | null;
  /** Of evidence in words, the earliest first; else none. */
  readonly entries: readonly FiledEntry[];
}

/** What the figures say of one piece of evidence; `null` throughout for whoever may not see figures. */
export type IndicatorFigures = { readonly [Member in 'latest' | 'year' | 'state']: Standing[Member] | null } & {
  /** Of evidence that people report: of the last whole year and of this one. Of what is counted `null`. */
  readonly filed: readonly Filed[] | null;
};

/** Evidence that people report once a year, as a figure or in words. */
export type FiledEvidence = Extract<Evidence, { readonly kind: 'reported' | 'narrative' }>;

export function isFiled(evidence: Evidence): evidence is FiledEvidence {
  return evidence.kind === 'reported' || evidence.kind === 'narrative';
}

/**
 * What an indicator says of evidence that people report, for the last whole year and this one. Nothing is aimed at and
 * words are never scored, so that its state says only whether anything was reported of the last whole year.
 */
export function filedFigures(
  { kind }: FiledEvidence,
  [last, current]: readonly [Period, Period],
  asOf: Day,
  standingOf: (year: Period) => ReportedStanding,
): IndicatorFigures {
  const observe = kind === 'reported' ? observationOfFigure : observationOfEntries;
  const latest = observe(last, asOf, standingOf(last));
  return {
    latest,
    year: observe(current, asOf, standingOf(current)),
    state: latest.status.includes('x') ? 'gap' : 'no-target',
    filed: [last, current].map((year) => {
      const { figure, entries } = standingOf(year);
      return kind === 'reported'
        ? { year: year.code, figure, entries: [] }
        : { year: year.code, figure: null, entries };
    }),
  };
}
