import type { Interval, Mark, MeasureHeading, Observation, ObservationsAnswer } from '../query-client/answers.fact.js';
import { markInsteadOfValue } from './marks.words.js';
import { type PeriodWords, periodWords } from './periods.words.js';
import { amountText, isShare, numberText, shareText, valueText } from './units.words.js';

/** One outcome of a point of a `shares` measure. */
export interface StoryPart {
  readonly code: string;
  /** `partly allowed`. */
  readonly name: string;
  readonly count: number;
  /** Of the point's total, 0 to 1; `null` where the total is 0. */
  readonly share: number | null;
  /** `45 (61.6%)`. */
  readonly text: string;
}

/** One period of a story. */
export interface StoryPoint extends PeriodWords {
  /** The period's code. */
  readonly code: string;
  /** As the API gives it; `null` where there is none. */
  readonly value: number | null;
  /** The value as chart and table show it, `91.3%`; without one, the mark that says why: `[z]`. */
  readonly text: string;
  /** The value as a sentence says it, `20.5 working days`; without one as `text`. */
  readonly amount: string;
  /** What it is made of, `73 of 80`; empty where the value says all. */
  readonly detail: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Nine in ten took no longer, in the unit of the value. */
  readonly p90: number | null;
  readonly interval: Interval | null;
  /** The target in force on the period's first day. */
  readonly target: number | null;
  readonly parts: readonly StoryPart[];
  readonly provisional: boolean;
  /** Whether the period was over on the day as known at which the figures are. */
  readonly complete: boolean;
  readonly marks: readonly Mark[];
  /** Whether its counts are rounded, so that two which look equal need not be. */
  readonly isRounded: boolean;
}

/** Whether an audience sees controlled figures, which are whole per cents (contract: interfaces, "Who sees what"). */
export function isControlled(audience: string): boolean {
  return audience === 'scrutiny' || audience === 'public';
}

/** An observation as a point of a story. */
export function pointOf(
  measure: MeasureHeading,
  { grain, audience }: Pick<ObservationsAnswer, 'grain' | 'audience'>,
  observation: Observation,
): StoryPoint {
  const { period, value, numerator, denominator, p90, interval, target, complete, status } = observation;
  const isWhole = isControlled(audience);
  const instead = markInsteadOfValue(status);
  const shown = shownValue(measure, observation);
  return {
    ...periodWords(grain, measure.kind, observation),
    code: period,
    value,
    text: shown === null ? instead : valueText(measure, shown, isWhole),
    amount: shown === null ? instead : amountText(measure, shown, isWhole),
    detail: detailOf(measure, observation),
    numerator,
    denominator,
    p90,
    interval,
    target,
    parts: partsOf(observation, isWhole),
    provisional: status.includes('p'),
    complete,
    marks: status,
    isRounded: isWhole,
  };
}

/** A controlled proportion comes in whole per cents: its counts tell whether `0` is none at all. */
function shownValue({ kind }: MeasureHeading, { value, numerator, denominator }: Observation): number | null {
  if (value === null || !isShare(kind) || numerator === null || denominator === null) return value;
  return denominator === 0 ? value : numerator / denominator;
}

function detailOf({ kind }: MeasureHeading, { value, numerator, denominator }: Observation): string {
  if (value === null || denominator === null) return '';
  if (!isShare(kind)) return `${numberText(denominator)} counted`;
  return numerator === null ? '' : `${numberText(numerator)} of ${numberText(denominator)}`;
}

function partsOf({ parts, value }: Observation, isWhole: boolean): readonly StoryPart[] {
  return Object.entries(parts ?? {}).map(([code, count]) => {
    const share = value === null || value === 0 ? null : count / value;
    const text = numberText(count) + (share === null ? '' : ` (${shareText(share, isWhole)})`);
    return { code, name: code.replaceAll('-', ' '), count, share, text };
  });
}
