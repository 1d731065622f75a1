import type { Occurrences } from '../figures/middle.measure.js';

/** How many lie from one length to another, both included; `to` is `null` where there is no end. */
export interface LengthBand {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
}

/** Counts by band, in order; `lasts` holds the last length of each band but the endless one that follows them. */
export function countedByBand(occurrences: Occurrences, lasts: readonly number[]): readonly LengthBand[] {
  const counts = new Array<number>(lasts.length + 1).fill(0);
  for (const [length, count] of occurrences) {
    const found = lasts.findIndex((last) => length <= last);
    const band = found < 0 ? lasts.length : found;
    counts[band] = (counts[band] ?? 0) + count;
  }
  return counts.map((count, band) => ({ from: (lasts[band - 1] ?? -1) + 1, to: lasts[band] ?? null, count }));
}
