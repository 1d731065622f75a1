import { saveInOrder } from '../../libs/store/checkpoint-order.rule.js';
import {
  UnknownGeneration,
  type CaseReplacement,
  type Checkpoint,
  type Generation,
  type QuarantineEntry,
  type Segment,
  type SegmentHeader,
} from '../../libs/store/engine-store.port.js';
import { MemoryStore } from '../../libs/store/memory.store.js';
import type { Process } from './gate.simulation.js';

/** A memory store whose segments can be looked at one by one, as a scan of an index meets them. */
class ScannedStore extends MemoryStore {
  #segments: readonly Segment[] = [];

  override async insertSegment(segment: Segment): Promise<void> {
    await super.insertSegment(segment);
    this.#segments = [...this.#segments, segment];
  }

  override async deleteMergedAway(merged: SegmentHeader): Promise<void> {
    await super.deleteMergedAway(merged);
    this.#segments = this.#segments.filter((segment) => !isMergedAway(segment, merged));
  }

  override async deleteGeneration(generation: string): Promise<boolean> {
    const deleted = await super.deleteGeneration(generation);
    if (deleted) this.#segments = this.#segments.filter((segment) => segment.generation !== generation);
    return deleted;
  }

  /** Those of a partition that begin at a number from `from` on and before `to`. */
  scan(generation: string, partition: number, from: number, to: number): readonly Segment[] {
    return this.#segments.filter(
      (segment) =>
        segment.generation === generation &&
        segment.partition === partition &&
        segment.first >= from &&
        segment.first < to,
    );
  }
}

function isMergedAway(segment: SegmentHeader, merged: SegmentHeader): boolean {
  const { generation, partition, first, last } = segment;
  const inside = first >= merged.first && last <= merged.last && (first > merged.first || last < merged.last);
  return inside && generation === merged.generation && partition === merged.partition;
}

type Write<T = unknown> = (store: ScannedStore) => Promise<T>;

/** Told of writes once they have had their effect. */
export interface StoreWatch {
  segmentInserted(segment: Segment, store: JournalledStore): Promise<void>;
  positionAdvanced(generation: string, partition: number, position: number): void;
  pointerMoved(to: string, by: Process): void;
  broughtBack(store: JournalledStore): Promise<void>;
}

/**
 * The store of a simulation. It keeps a list of what was written, so that a copy of it is a place in that list, and a
 * copy is brought back by writing everything before that place again.
 */
export class JournalledStore {
  #store = new ScannedStore();
  #written: Write[] = [];
  timesBroughtBack = 0;

  constructor(private readonly watch: StoreWatch) {}

  /** To be read from only. */
  get reading(): ScannedStore {
    return this.#store;
  }

  /** A copy of the whole store at this moment. */
  copy(): number {
    return this.#written.length;
  }

  async bringBack(copy: number): Promise<void> {
    const writes = this.#written.slice(0, copy);
    this.#store = new ScannedStore();
    this.#written = writes;
    // What was refused then is refused again.
    for (const write of writes) await write(this.#store).catch(() => undefined);
    this.timesBroughtBack += 1;
    await this.watch.broughtBack(this);
  }

  createGeneration(generation: Generation): Promise<void> {
    return this.#write((store) => store.createGeneration(generation));
  }

  async pointTo(generation: string, from: string | null, by: Process): Promise<boolean> {
    const before = await this.#store.currentGeneration();
    const there = await this.#write((store) => store.pointTo(generation, from));
    if (there && before !== generation) this.watch.pointerMoved(generation, by);
    return there;
  }

  deleteGeneration(generation: string): Promise<boolean> {
    return this.#write((store) => store.deleteGeneration(generation));
  }

  insertQuarantine(entries: readonly QuarantineEntry[]): Promise<void> {
    return this.#write((store) => store.insertQuarantine(entries));
  }

  async insertSegment(segment: Segment): Promise<void> {
    await this.#write((store) => store.insertSegment(segment));
    await this.watch.segmentInserted(segment, this);
  }

  replaceCases(generation: string, partition: number, cases: readonly CaseReplacement[]): Promise<void> {
    return this.#write((store) => store.replaceCases(generation, partition, cases));
  }

  async advancePosition(generation: string, partition: number, position: number): Promise<void> {
    await this.#write((store) => store.advancePosition(generation, partition, position));
    this.watch.positionAdvanced(generation, partition, position);
  }

  /** All of a checkpoint or nothing, as an engine with transactions does it; nothing for what has been deleted. */
  async commit(checkpoint: Checkpoint): Promise<void> {
    const { generation, partition } = checkpoint;
    const isThere = (await this.#store.generations()).some(({ id }) => id === generation);
    if (!isThere) throw new UnknownGeneration(generation, partition);
    const before = this.copy();
    try {
      await saveInOrder(this, checkpoint);
    } catch (error) {
      await this.bringBack(before);
      throw error;
    }
  }

  mergeSegments(merged: Segment): Promise<void> {
    return this.#write((store) => store.mergeSegments(merged));
  }

  /** The first write of a merge; has no effect where somebody else has merged the same. */
  insertMerged(merged: Segment): Promise<void> {
    return this.#write(async (store) => {
      const cover = await store.segmentHeadersFrom(merged.generation, merged.partition, merged.first);
      if (cover[0]?.first !== merged.first || cover[0].last !== merged.last) await store.insertSegment(merged);
    });
  }

  /** The second write of a merge. */
  deleteMergedAway(merged: SegmentHeader): Promise<void> {
    return this.#write((store) => store.deleteMergedAway(merged));
  }

  #write<T>(write: Write<T>): Promise<T> {
    this.#written.push(write);
    return write(this.#store);
  }
}
