import { sumOfRows } from '../../libs/measures/rows/difference-table.measure.js';
import { decodeRows, encodeRows } from '../../libs/measures/rows/rows.codec.js';
import { StaleWriter, type EngineStore, type SegmentHeader } from '../../libs/store/engine-store.port.js';
import { segmentsToMerge, type CompactionLimits } from './compaction.rule.js';
import { feedsTogether, type Feeds } from '../../libs/store/feeds.rule.js';

/** Keeps the number of a partition's segments small. Figures are the same before, during and after. */
export class Compaction {
  /** @param headers the segments that there are, one after the other without a gap */
  constructor(
    private readonly store: EngineStore,
    private readonly generation: string,
    private readonly partition: number,
    private readonly limits: CompactionLimits,
    private headers: readonly SegmentHeader[],
  ) {}

  /** Takes note of a new segment and merges older ones where enough of one size stand side by side. */
  async after(segment: SegmentHeader): Promise<void> {
    this.headers = [...this.headers, segment];
    for (
      let neighbours = segmentsToMerge(this.headers, this.limits);
      neighbours !== null;
      neighbours = segmentsToMerge(this.headers, this.limits)
    ) {
      await this.#merge(neighbours);
    }
  }

  /** Merges what the store holds of these neighbours, if it still holds all of them. */
  async #merge(neighbours: readonly SegmentHeader[]): Promise<void> {
    const { first = 0 } = neighbours[0] ?? {};
    const { last = -1 } = neighbours.at(-1) ?? {};
    const segments = await this.store.segmentsFrom(this.generation, this.partition, first, last);
    const [oldest, newest] = [segments[0], segments.at(-1)];
    if (oldest === undefined || newest?.last !== last) throw new StaleWriter('segment');
    const rows = sumOfRows(segments.map((segment) => decodeRows(segment.rows)));
    const { rows: _rows, ...header } = newest;
    const merged: SegmentHeader = {
      ...header,
      first: oldest.first,
      from: oldest.from,
      feeds: segments.reduce<Feeds>((feeds, segment) => feedsTogether(feeds, segment.feeds), {}),
      rowCount: rows.length,
    };
    await this.store.mergeSegments({ ...merged, rows: encodeRows(rows) });
    this.headers = [
      ...this.headers.filter((header) => header.last < first),
      merged,
      ...this.headers.filter((header) => header.first > last),
    ];
  }
}
