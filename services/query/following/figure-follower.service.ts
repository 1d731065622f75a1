import type { Layout } from '../../../libs/measures/layout.measure.js';
import { RowTable } from '../../../libs/measures/rows/row-table.measure.js';
import { decodeRows } from '../../../libs/measures/rows/rows.codec.js';
import type { Rows } from '../../../libs/measures/rows/rows.measure.js';
import type { EngineStore, Generation, Segment, SegmentHeader } from '../../../libs/store/engine-store.port.js';
import { feedsTogether, type Feeds } from '../../../libs/store/feeds.rule.js';
import { unwatched, type FiguresWatch } from './figures-watch.port.js';

/** The rows of one partition up to a segment, and what has been seen of each fact until then. */
export interface PartitionFigures {
  readonly table: RowTable;
  /** The latest segment taken in; `null` before the first. */
  readonly last: SegmentHeader | null;
  readonly feeds: Feeds;
}

/** The figures of one generation as far as they have been taken in: whole checkpoints only. */
export interface Figures {
  readonly generation: string;
  /** Of the definitions that the figures were counted by. */
  readonly fingerprint: string;
  readonly layout: Layout;
  readonly partitions: readonly PartitionFigures[];
}

/** What has been seen of each fact in all partitions. */
export function feedsHeld(partitions: readonly PartitionFigures[]): Feeds {
  return partitions.reduce<Feeds>((together, { feeds }) => feedsTogether(together, feeds), {});
}

/**
 * Holds the figures in memory and follows the store: the generation in use, and the segments added to it. Whoever asks
 * gets the figures at one moment; a request that has begun finishes on the generation it began with.
 */
export class FigureFollower {
  #figures: Figures | null = null;

  /** @param tookIn told of checkpoints that have become visible, where they go on from what was held */
  constructor(
    private readonly store: EngineStore,
    private readonly tookIn: FiguresWatch['tookIn'] = unwatched.tookIn,
  ) {}

  /** `null` until an engine has begun its first generation; the same object until something new is taken in. */
  get figures(): Figures | null {
    return this.#figures;
  }

  /** Takes in whatever is new; answers whether anything was. Calls must not overlap. */
  async refresh(): Promise<boolean> {
    const current = await this.store.currentGeneration();
    if (current === null || (await this.#wouldGoBack(current))) return false;
    const known = this.#figures?.generation === current ? this.#figures : await this.#begin(current);
    const news = await Promise.all(
      known.partitions.map(({ last }, partition) => this.#newsOf(current, partition, last ?? beforeTheFirst)),
    );
    const anythingNew = known !== this.#figures || news.some(({ segments }) => segments.length > 0);
    if (!anythingNew) return false;
    const partitions = known.partitions.map((figures, partition) => {
      const { segments, fromTheBeginning } = news[partition] ?? noNews;
      return takeIn(fromTheBeginning ? nothingYet() : figures, segments);
    });
    const goesOn = known === this.#figures;
    this.#figures = { ...known, partitions };
    if (goesOn)
      this.tookIn(news.flatMap((one) => (one.fromTheBeginning ? [] : one.segments.map(({ header }) => header))));
    return true;
  }

  /**
   * Whether another generation has not yet come as far as what is held: whoever writes to it goes over to it in a moment,
   * and until then the figures held are the newer ones.
   */
  async #wouldGoBack(generation: string): Promise<boolean> {
    const held = this.#figures;
    if (held === null || held.generation === generation) return false;
    const lasts = await Promise.all(
      held.partitions.map((_, partition) => this.store.lastSegment(generation, partition)),
    );
    return held.partitions.some(({ last }, partition) => (last?.through ?? -1) > (lasts[partition]?.through ?? -1));
  }

  async #begin(id: string): Promise<Figures> {
    const generation = (await this.store.generations()).find((candidate) => candidate.id === id);
    if (generation === undefined) throw new Error(`the store points to generation ${id}, which it does not have`);
    const partitions = Array.from({ length: generation.partitionCount }, nothingYet);
    const { fingerprint } = generation;
    return { generation: id, fingerprint, layout: layoutWritten(generation), partitions };
  }

  /**
   * The segments to add; all of the partition's where they do not follow what is already held: they have been merged
   * across it, or the store has been brought back from a copy and was counted again with other segments. Such a store is
   * waited for until it goes beyond what is held, so that figures never go back.
   */
  async #newsOf(generation: string, partition: number, held: Held): Promise<News> {
    const segments = await this.store.segmentsFrom(generation, partition, held.last + 1);
    if (segments[0]?.from === held.through + 1) return { segments: segments.map(decoded), fromTheBeginning: false };
    const newest = await this.store.lastSegment(generation, partition);
    if (newest === null || newest.through <= held.through) return noNews;
    const all = await this.store.segmentsFrom(generation, partition, 0);
    if ((all.at(-1)?.through ?? -1) <= held.through) return noNews;
    return { segments: all.map(decoded), fromTheBeginning: true };
  }
}

/** How far a partition has been taken in: the number of its last checkpoint and the offset it ends with. */
type Held = Pick<SegmentHeader, 'last' | 'through'>;

const beforeTheFirst: Held = { last: -1, through: -1 };

/** Decoded before any of them is taken in, so that bytes that cannot be read leave the figures as they are. */
interface DecodedSegment {
  readonly header: SegmentHeader;
  readonly rows: Rows;
}

interface News {
  readonly segments: readonly DecodedSegment[];
  readonly fromTheBeginning: boolean;
}

const noNews: News = { segments: [], fromTheBeginning: false };

function nothingYet(): PartitionFigures {
  return { table: new RowTable(), last: null, feeds: {} };
}

function decoded({ rows, ...header }: Segment): DecodedSegment {
  return { header, rows: decodeRows(rows) };
}

function takeIn({ table, last, feeds }: PartitionFigures, segments: readonly DecodedSegment[]): PartitionFigures {
  let newest = last;
  let seen = feeds;
  for (const { header, rows } of segments) {
    table.add(rows);
    newest = header;
    seen = feedsTogether(seen, header.feeds);
  }
  return { table, last: newest, feeds: seen };
}

function layoutWritten({ layout }: Generation): Layout {
  return JSON.parse(layout) as Layout;
}
