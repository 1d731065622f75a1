import { saveInOrder } from './checkpoint-order.rule.js';
import {
  StaleWriter,
  UnknownGeneration,
  type CaseReplacement,
  type Checkpoint,
  type CheckpointSteps,
  type EngineStore,
  type Generation,
  type QuarantineEntry,
  type Segment,
  type SegmentHeader,
  type StoredCase,
} from './engine-store.port.js';
import { promised } from './promised.rule.js';
import { coverOf, isCovered } from './segment-cover.rule.js';

/** What is stored of one partition of one generation. */
interface PartitionState {
  position: number;
  /** By first and last checkpoint number. */
  readonly segments: Map<string, Segment>;
  readonly cases: Map<string, StoredCase>;
}

/**
 * The engine's store in memory: for tests, the simulator and measurements. Gone with the process.
 *
 * A commit and a merge go through the public methods of their single writes, so that a test can cut either short between
 * two of them. Nothing given or answered is the thing stored.
 */
export class MemoryStore implements EngineStore, CheckpointSteps {
  readonly #generations = new Map<string, Generation>();
  /** By generation, then partition. */
  readonly #partitions = new Map<string, Map<number, PartitionState>>();
  readonly #quarantine = new Map<string, QuarantineEntry>();
  #current: string | null = null;

  generations(): Promise<readonly Generation[]> {
    return Promise.resolve([...this.#generations.values()].map((generation) => ({ ...generation })));
  }

  createGeneration(generation: Generation): Promise<void> {
    if (!this.#generations.has(generation.id)) this.#generations.set(generation.id, { ...generation });
    return Promise.resolve();
  }

  currentGeneration(): Promise<string | null> {
    return Promise.resolve(this.#current);
  }

  pointTo(generation: string, from: string | null): Promise<boolean> {
    return promised(() => {
      if (this.#current === from) {
        if (!this.#generations.has(generation)) throw new UnknownGeneration(generation);
        this.#current = generation;
      }
      return this.#current === generation;
    });
  }

  deleteGeneration(generation: string): Promise<boolean> {
    if (this.#current === generation) return Promise.resolve(false);
    this.#generations.delete(generation);
    this.#partitions.delete(generation);
    return Promise.resolve(true);
  }

  position(generation: string, partition: number): Promise<number> {
    return Promise.resolve(this.#state(generation, partition).position);
  }

  lastSegment(generation: string, partition: number): Promise<SegmentHeader | null> {
    const newestFirst = this.#segments(generation, partition).toSorted((a, b) => b.last - a.last || a.first - b.first);
    return Promise.resolve(newestFirst[0] === undefined ? null : copyOfHeader(newestFirst[0]));
  }

  readCases(generation: string, partition: number, subjects: readonly string[]): Promise<readonly StoredCase[]> {
    const { cases } = this.#state(generation, partition);
    const found = subjects.map((subject) => cases.get(subject)).filter((stored) => stored !== undefined);
    return Promise.resolve(found.map(copyOfCase));
  }

  casesAfter(generation: string, partition: number, limit: number, after = ''): Promise<readonly StoredCase[]> {
    const { cases } = this.#state(generation, partition);
    const subjects = [...cases.keys()].filter((subject) => subject > after).sort();
    return this.readCases(generation, partition, subjects.slice(0, limit));
  }

  commit(checkpoint: Checkpoint): Promise<void> {
    return saveInOrder(this, checkpoint);
  }

  insertQuarantine(entries: readonly QuarantineEntry[]): Promise<void> {
    for (const entry of entries) {
      const key = `${entry.partition}/${entry.offset}`;
      if (!this.#quarantine.has(key)) this.#quarantine.set(key, { ...entry });
    }
    return Promise.resolve();
  }

  insertSegment(segment: Segment): Promise<void> {
    return promised(() => {
      const { segments } = this.#state(segment.generation, segment.partition);
      const key = `${segment.first}-${segment.last}`;
      if (segments.has(key)) throw new StaleWriter('segment');
      segments.set(key, copyOfSegment(segment));
    });
  }

  /** One case after the other: those before one that is refused are replaced. */
  replaceCases(generation: string, partition: number, replacements: readonly CaseReplacement[]): Promise<void> {
    return promised(() => {
      const { cases } = this.#state(generation, partition);
      for (const replacement of replacements) {
        const through = cases.get(replacement.subject)?.through ?? null;
        if (through !== replacement.readThrough) throw new StaleWriter('case');
        cases.set(replacement.subject, copyOfCase(replacement));
      }
    });
  }

  advancePosition(generation: string, partition: number, position: number): Promise<void> {
    return promised(() => {
      const state = this.#state(generation, partition);
      if (position < state.position) throw new StaleWriter('position');
      state.position = position;
    });
  }

  segmentsFrom(generation: string, partition: number, number: number, upTo?: number): Promise<readonly Segment[]> {
    return Promise.resolve(coverOf(this.#segments(generation, partition), number, upTo).map(copyOfSegment));
  }

  segmentHeadersFrom(generation: string, partition: number, number: number): Promise<readonly SegmentHeader[]> {
    return Promise.resolve(coverOf(this.#segments(generation, partition), number).map(copyOfHeader));
  }

  async mergeSegments(merged: Segment): Promise<void> {
    const { generation, partition, first, last } = merged;
    if (!isCovered(this.#segments(generation, partition), merged)) throw new StaleWriter('segment');
    const { segments } = this.#state(generation, partition);
    if (!segments.has(`${first}-${last}`)) await this.insertSegment(merged);
    await this.deleteMergedAway(merged);
  }

  /** The second write of a merge. */
  deleteMergedAway({ generation, partition, first, last }: SegmentHeader): Promise<void> {
    const { segments } = this.#state(generation, partition);
    for (const [key, other] of segments) {
      const inside = other.first >= first && other.last <= last;
      if (inside && (other.first > first || other.last < last)) segments.delete(key);
    }
    return Promise.resolve();
  }

  quarantine(
    limit: number,
    after?: { readonly partition: number; readonly offset: number },
  ): Promise<readonly QuarantineEntry[]> {
    const inOrder = [...this.#quarantine.values()].sort(byPlace);
    const rest = after === undefined ? inOrder : inOrder.filter((entry) => byPlace(entry, after) > 0);
    return Promise.resolve(rest.slice(0, limit).map((entry) => ({ ...entry })));
  }

  /** Keeps what it holds, so that a test may go on with it as a process that starts again. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  #segments(generation: string, partition: number): readonly Segment[] {
    return [...this.#state(generation, partition).segments.values()];
  }

  #state(generation: string, partition: number): PartitionState {
    const partitions = this.#partitions.get(generation) ?? new Map<number, PartitionState>();
    this.#partitions.set(generation, partitions);
    const state = partitions.get(partition) ?? { position: 0, segments: new Map(), cases: new Map() };
    partitions.set(partition, state);
    return state;
  }
}

type LogPlace = Pick<QuarantineEntry, 'partition' | 'offset'>;

function byPlace(a: LogPlace, b: LogPlace): number {
  return a.partition - b.partition || a.offset - b.offset;
}

function copyOfCase({ subject, through, facts }: StoredCase): StoredCase {
  return { subject, through, facts: Uint8Array.from(facts) };
}

function copyOfSegment(segment: Segment): Segment {
  return { ...copyOfHeader(segment), rows: Uint8Array.from(segment.rows) };
}

function copyOfHeader({ rows: _rows, ...header }: SegmentHeader & { readonly rows?: Uint8Array }): SegmentHeader {
  return structuredClone(header);
}
