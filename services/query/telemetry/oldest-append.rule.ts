import type { SegmentHeader } from '../../../libs/store/engine-store.port.js';

/** When the log took the oldest event of a checkpoint that went into a case; where none did, its last. Milliseconds. */
export function oldestAppendOf({
  feeds,
  throughAppendedAt,
}: Pick<SegmentHeader, 'feeds' | 'throughAppendedAt'>): number {
  return Math.min(throughAppendedAt, ...Object.values(feeds).map(({ first }) => first));
}
