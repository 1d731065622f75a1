import type { SegmentHeader } from '../../libs/store/engine-store.port.js';

/** How segments are merged. */
export interface CompactionLimits {
  /** How many neighbours of one size become one. */
  readonly fanIn: number;
  /** The newest are left alone, so that a reader close behind never meets a segment that begins before it. */
  readonly leftAlone: number;
}

/**
 * The next neighbours to merge into one segment: `fanIn` of one tier, the smallest tier first; `null` where there are
 * none. A tier is a power of `fanIn` checkpoints, so that each row is written once a tier.
 */
export function segmentsToMerge(
  headers: readonly SegmentHeader[],
  { fanIn, leftAlone }: CompactionLimits,
): readonly SegmentHeader[] | null {
  const newest = headers.at(-1)?.last ?? -1;
  const settled = headers.filter(({ last }) => last <= newest - leftAlone);
  for (let tier = 0; fanIn ** tier <= newest + 1; tier += 1) {
    for (let start = 0; start + fanIn <= settled.length; start += 1) {
      const neighbours = settled.slice(start, start + fanIn);
      if (neighbours.every((header) => tierOf(header, fanIn) === tier)) return neighbours;
    }
  }
  return null;
}

function tierOf({ first, last }: SegmentHeader, fanIn: number): number {
  return Math.floor(Math.log(last - first + 1) / Math.log(fanIn) + 1e-9);
}
