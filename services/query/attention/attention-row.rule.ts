import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { classificationOfLive, type Classification } from '../../../libs/publication/classification.rule.js';
import type { AttentionChange } from '../../../libs/store/attention-store.port.js';
import { headingOf, type MeasureHeading } from '../observations/measure-heading.rule.js';
import type { Standing } from './measure-standing.rule.js';

/** How one measure stands, with what a sentence about it needs. */
export interface AttentionRow extends Omit<Standing, 'isCounted' | 'quietSince'> {
  readonly measure: MeasureHeading;
  readonly classification: Classification;
  /** Of proportions and limits: how many of `latest` are not in the numerator. */
  readonly missed: number | null;
  /** When the last was recorded of what it counts, where that has gone quiet. */
  readonly quietSince: string | null;
  /** When it was noticed that it stands as it does; `null` where that has not been noticed yet. */
  readonly since: string | null;
  /** How it stood before that; `null` where it was looked at for the first time then. */
  readonly changedFrom: string | null;
}

/** @param kept how the measure was last noticed to stand; `null`: never */
export function attentionRow(
  measure: Measure,
  standing: Standing,
  kept: Pick<AttentionChange, 'at' | 'from' | 'to'> | null,
): AttentionRow {
  const { grain, latest, before, year, objective, state, allowance, quietSince } = standing;
  const noticed = kept?.to === state ? kept : null;
  return {
    measure: headingOf(measure),
    classification: classificationOfLive([latest, before, year], measure.classification),
    grain,
    latest,
    before,
    year,
    objective,
    state,
    missed: missedOf(measure, standing),
    quietSince: quietSince === null ? null : formatInstant(quietSince),
    since: noticed === null ? null : formatInstant(noticed.at),
    changedFrom: noticed?.from ?? null,
    allowance,
  };
}

function missedOf({ kind }: Measure, { latest }: Standing): number | null {
  if (kind !== 'proportion' && kind !== 'limit') return null;
  const { numerator, denominator } = latest;
  return numerator === null || denominator === null ? null : denominator - numerator;
}
