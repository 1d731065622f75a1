import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { headingOf, type MeasureHeading } from '../observations/measure-heading.rule.js';
import type { Standing } from './measure-standing.rule.js';

/** How one measure stands, with what a sentence about it needs. */
export interface AttentionRow extends Omit<Standing, 'isCounted' | 'quietSince'> {
  readonly measure: MeasureHeading;
  /** Of proportions and limits: how many of `latest` are not in the numerator. */
  readonly missed: number | null;
  /** When the last came of what it counts, where that has gone quiet. */
  readonly quietSince: string | null;
}

export function attentionRow(measure: Measure, standing: Standing): AttentionRow {
  const { grain, latest, before, year, objective, state, quietSince } = standing;
  return {
    measure: headingOf(measure),
    grain,
    latest,
    before,
    year,
    objective,
    state,
    missed: missedOf(measure, standing),
    quietSince: quietSince === null ? null : formatInstant(quietSince),
  };
}

function missedOf({ kind }: Measure, { latest }: Standing): number | null {
  if (kind !== 'proportion' && kind !== 'limit') return null;
  const { numerator, denominator } = latest;
  return numerator === null || denominator === null ? null : denominator - numerator;
}
