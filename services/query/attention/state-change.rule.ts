import type { Measure } from '../../../libs/measures/measure.measure.js';
import type { AttentionChange } from '../../../libs/store/attention-store.port.js';
import type { Figures } from '../following/figure-follower.service.js';
import type { Standing } from './measure-standing.rule.js';

/** By what a change is judged: the moment, and how far the figures go in each partition. */
export type JudgedBy = Pick<AttentionChange, 'at' | 'positions'>;

/** A change that has been noticed and not been kept yet. */
export type Noticed = Omit<AttentionChange, 'number' | keyof JudgedBy>;

/** By partition the first offset that is not in the figures. */
export function positionsOf({ partitions }: Pick<Figures, 'partitions'>): readonly number[] {
  return partitions.map(({ last }) => (last?.through ?? -1) + 1);
}

/**
 * Whether a process may say how measures stand after what was said last: not if its clock shows an earlier moment, nor if
 * its figures do not go as far in every partition. So of two processes none undoes what the other has noticed first.
 */
export function maySpeakAfter(last: JudgedBy | null, { at, positions }: JudgedBy): boolean {
  if (last === null) return true;
  return at >= last.at && last.positions.every((position, partition) => (positions[partition] ?? 0) >= position);
}

/** What stands otherwise than was kept of it; what nothing was kept of begins. A measure that is not counted is left out. */
export function otherThanKept(
  measures: readonly Measure[],
  standingOf: (measure: Measure) => Pick<Standing, 'isCounted' | 'state' | 'latest'>,
  latestOf: (measure: Measure) => Pick<AttentionChange, 'to'> | null,
): readonly Noticed[] {
  return measures.flatMap((measure) => {
    const { isCounted, state, latest } = standingOf(measure);
    const from = latestOf(measure)?.to ?? null;
    if (!isCounted || from === state) return [];
    return [{ measure: measure.id, version: measure.version, from, to: state, period: latest.period }];
  });
}
