import { nearestRank, type Occurrences } from '../figures/middle.measure.js';
import type { Holdings, Question } from '../figures/question.measure.js';
import { visitRows } from '../figures/row-visit.measure.js';
import { notComputable, type Measure } from '../measure.measure.js';
import { inForceOn } from '../versions.measure.js';
import { countedByBand, type LengthBand } from './length-band.measure.js';

/** Most bands before the endless one. */
const MOST_BANDS = 20;
/** Per cent of what is counted that the bands before the endless one hold at least. */
const HELD = 95;

/** Widths of a band that people count in, by unit. */
const widths: Readonly<Partial<Record<Measure['unit'], readonly number[]>>> = {
  seconds: [5, 10, 15, 30, 60, 120, 300, 600, 1_200, 3_600, 7_200],
  'working days': [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000],
};

/** How long each took that a figure counts. */
export interface Distribution {
  /** How many are counted: the figure's denominator. */
  readonly total: number;
  /** Without gaps, from 0 on, equally wide but for one without an end where something lies in it; none of nothing. */
  readonly bands: readonly LengthBand[];
}

/** Whether a measure's rows say how long something took: those of times and of means do, those of limits do not. */
export function saysHowLong({ kind }: Pick<Measure, 'kind'>): boolean {
  return kind === 'time' || kind === 'mean';
}

/**
 * The lengths behind the figure of one period, by the version in force on its first day; `null` where one of them could
 * not be computed, as then there is no figure either.
 *
 * @param question of one period, of a measure that says how long, without a breakdown
 */
export function distributionOf(question: Question, holdings: Holdings): Distribution | null {
  const [period] = question.periods;
  if (period === undefined) throw new RangeError('a distribution is of one period');
  const { measure, measureIndex } = inForceOn(holdings.versions ?? [{ ...holdings, ...question }], period.start);
  const counts = new Map<number, number>();
  visitRows(question, { ...holdings, measureIndex }, period.start, period.end, (_day, x, count) => {
    const sum = (counts.get(x) ?? 0) + count;
    if (sum === 0) counts.delete(x);
    else counts.set(x, sum);
  });
  if (counts.has(notComputable)) return null;
  const occurrences = [...counts].sort(([a], [b]) => a - b);
  return {
    total: occurrences.reduce((sum, [, count]) => sum + count, 0),
    bands:
      occurrences.length === 0 ? [] : withoutEmptyEnd(countedByBand(occurrences, lastsFor(occurrences, measure.unit))),
  };
}

/** The last lengths of bands of the least width by which few are enough; the longest lengths may lie beyond them. */
function lastsFor(occurrences: Occurrences, unit: Measure['unit']): readonly number[] {
  const held = nearestRank(occurrences, HELD);
  const known = widths[unit] ?? [1];
  const width = known.find((one) => held < one * MOST_BANDS) ?? known.at(-1) ?? 1;
  const longest = occurrences.at(-1)?.[0] ?? 0;
  const count = Math.min(Math.floor(longest / width) + 1, MOST_BANDS);
  return Array.from({ length: count }, (_, band) => (band + 1) * width - 1);
}

function withoutEmptyEnd(bands: readonly LengthBand[]): readonly LengthBand[] {
  return bands.at(-1)?.count === 0 ? bands.slice(0, -1) : bands;
}
