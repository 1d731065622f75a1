import type { SegmentHeader } from '../../libs/store/engine-store.port.js';

/** How segments are merged. */
export interface CompactionLimits {
  /** How many neighbours of one size become one. */
  readonly fanIn: number;
  /** The newest are left alone, so that a reader close behind never meets a segment that begins before it. */
  readonly leftAlone: number;
}

/**
 * The next neighbours to merge into one segment, the smallest first; `null` where there are none.
 *
 * A segment covers a power of `fanIn` checkpoints and begins at a multiple of it, so that each row is written once a
 * power, and two processes that merge at the same time merge the same ranges: one lies within the other or beside it.
 */
export function segmentsToMerge(
  headers: readonly SegmentHeader[],
  { fanIn, leftAlone }: CompactionLimits,
): readonly SegmentHeader[] | null {
  const newest = headers.at(-1)?.last ?? -1;
  const settled = headers.filter(({ last }) => last <= newest - leftAlone);
  for (let size = 1; size * fanIn <= newest + 1; size *= fanIn) {
    for (let start = 0; start + fanIn <= settled.length; start += 1) {
      const neighbours = settled.slice(start, start + fanIn);
      const begins = (neighbours[0]?.first ?? -1) % (size * fanIn) === 0;
      if (begins && neighbours.every(({ first, last }) => last - first + 1 === size)) return neighbours;
    }
  }
  return null;
}
