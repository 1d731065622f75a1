import type { SegmentHeader } from '../../libs/store/engine-store.port.js';

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

/**
 * Made on every assignment of a partition: figures reach as far as cases do, without a gap. `cover` is what of the
 * segments hangs together from the first on.
 */
export function checkStore(
  partition: number,
  position: number,
  last: SegmentHeader | null,
  cover: readonly SegmentHeader[],
): void {
  const behindFigures = position <= (last?.through ?? -1) + 1;
  const withoutGap = (cover.at(-1)?.last ?? -1) >= (last?.last ?? -1);
  if (!behindFigures || !withoutGap) throw new StoreMismatch(partition);
}
