/** How far the figures go in one partition of the log. */
export interface PartitionProgress {
  readonly partition: number;
  /** Offset that the next record will get. */
  readonly end: number;
  /** First offset that is not in the figures; never beyond `end`. */
  readonly position: number;
  /** Append time of the first record that is not in the figures, in milliseconds; `null` where all of them are. */
  readonly oldestUnapplied: number | null;
}

/** How far the figures go, as it was at the moment `now`, in milliseconds. */
export interface Progress {
  readonly now: number;
  readonly partitions: readonly PartitionProgress[];
}

/** Records on the log that are not in the figures yet. */
export function lagOf({ end, position }: Pick<PartitionProgress, 'end' | 'position'>): number {
  return end - position;
}

/**
 * Everything the log took before this moment is in the figures: the earliest append time, over partitions, of the first
 * record not yet applied, or `now` (contract: api, "Reading figures").
 */
export function countedTo({ now, partitions }: Progress): number {
  return Math.min(now, ...partitions.map(({ oldestUnapplied }) => oldestUnapplied ?? now));
}
