import { dayOf, localDay } from '../../libs/calendars/local-date.calendar.js';
import { periodsOverlapping } from '../../libs/calendars/period.calendar.js';
import type { Evidence } from '../query-client/answers.fact.js';

/** What can be filed for a measure: a figure, or evidence in words. */
export type FilingKind = 'figure' | 'evidence';

/** A measure of the framework, as `GET /v1/measures` lists it under `framework`, as far as filing needs it. */
export interface FrameworkMeasure {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly commitments: readonly { readonly edition: string; readonly id: string }[];
  readonly evidencedBy: readonly Pick<Evidence, 'kind'>[];
}

/** `GET /v1/measures` */
export interface MeasuresAnswer {
  readonly framework: readonly FrameworkMeasure[];
}

/** The kinds that are filed for a measure, figures first; none for what is only counted. */
export function kindsOf({ evidencedBy }: Pick<FrameworkMeasure, 'evidencedBy'>): readonly FilingKind[] {
  const kinds = new Set(evidencedBy.map(({ kind }) => kind));
  return [
    ...(kinds.has('reported') ? ['figure' as const] : []),
    ...(kinds.has('narrative') ? ['evidence' as const] : []),
  ];
}

/** The kind asked for, if the measure has it, else its first; `null` for a measure for which nothing is filed. */
export function kindFor(measure: Pick<FrameworkMeasure, 'evidencedBy'>, asked: unknown): FilingKind | null {
  const kinds = kindsOf(measure);
  return kinds.find((kind) => kind === asked) ?? kinds[0] ?? null;
}

const FIRST_DAY = dayOf(2018, 4, 1);

/** The financial years that can be filed for at a moment, the newest first. */
export function yearsToFile(now: number): readonly string[] {
  return periodsOverlapping('year', FIRST_DAY, localDay(now))
    .map(({ code }) => code)
    .reverse();
}

/** The last financial year that is over at a moment: the one that is filed for as a rule. */
export function usualYear(now: number): string {
  const [current = '', last = current] = yearsToFile(now);
  return last;
}
