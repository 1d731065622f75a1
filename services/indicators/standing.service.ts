import type { EngineStore, SegmentHeader } from '../../libs/store/engine-store.port.js';

/** What the store holds of a partition does not belong together: it comes from copies of different moments. */
export class StoreMismatch extends Error {
  readonly code = 'store-mismatch';
  readonly retriable = false;
  constructor(partition: number) {
    super(
      `Partition ${String(partition)} has cases that are ahead of its figures, or figures with a gap: the store was ` +
        'restored from copies of different moments, or while something wrote to it. Restore one copy taken at one moment ' +
        'with every process stopped, or rebuild.',
    );
  }
}

/** Where the store left a partition. */
export interface Standing {
  /** First offset whose effect on cases may not be stored yet. */
  readonly position: number;
  /** The segments that there are, one after the other without a gap. */
  readonly segments: readonly SegmentHeader[];
}

/** While others merge, a reading of the segments can end too soon; a gap that is one is there every time. */
const readings = 3;

/**
 * Reads on every assignment where the store left the partition. Rejects with StoreMismatch unless figures are there as far
 * as cases are, and without a gap.
 */
export async function readStanding(store: EngineStore, generation: string, partition: number): Promise<Standing> {
  const position = await store.position(generation, partition);
  const newest = await store.lastSegment(generation, partition);
  for (let reading = 0; reading < readings; reading += 1) {
    const segments = await store.segmentHeadersFrom(generation, partition, 0);
    const { last = -1, through = -1 } = segments.at(-1) ?? {};
    if (last >= (newest?.last ?? -1) && position <= through + 1) return { position, segments };
  }
  throw new StoreMismatch(partition);
}
