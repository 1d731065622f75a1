import { saveInOrder } from '../../libs/store/checkpoint-order.rule.js';
import {
  StaleWriter,
  type CaseReplacement,
  type Checkpoint,
  type CheckpointSteps,
  type EngineStore,
  type Generation,
  type QuarantineEntry,
  type Segment,
  type SegmentHeader,
  type StoredCase,
} from '../../libs/store/engine-store.port.js';
import { coverOf } from '../../libs/store/segment-cover.rule.js';
import type { Gate, Process } from './gate.simulation.js';
import type { JournalledStore } from './journalled.store.js';

/** How a store writes. */
export interface StoreManner {
  /** A checkpoint and a merge are one transaction each. */
  readonly transactions: boolean;
  /** Where there are none: every case and quarantine entry is a write of its own. */
  readonly single: boolean;
  /** Segments are scanned in two parts, between which others may write. */
  readonly scansInParts: boolean;
}

/** The store as one process sees it: each call waits at the gate. */
export class GatedStore implements EngineStore, CheckpointSteps {
  constructor(
    protected readonly store: JournalledStore,
    private readonly gate: Gate,
    private readonly process: Process,
    private readonly manner: StoreManner,
  ) {}

  generations(): Promise<readonly Generation[]> {
    return this.#pass('generations', () => this.store.reading.generations());
  }

  createGeneration(generation: Generation): Promise<void> {
    return this.#pass(`createGeneration ${generation.id}`, () => this.store.createGeneration(generation));
  }

  currentGeneration(): Promise<string | null> {
    return this.#pass('currentGeneration', () => this.store.reading.currentGeneration());
  }

  pointTo(generation: string, from: string | null): Promise<boolean> {
    return this.#pass(`pointTo ${generation} from ${from ?? '-'}`, () =>
      this.store.pointTo(generation, from, this.process),
    );
  }

  deleteGeneration(generation: string): Promise<boolean> {
    return this.#pass(`deleteGeneration ${generation}`, () => this.store.deleteGeneration(generation));
  }

  position(generation: string, partition: number): Promise<number> {
    return this.#pass(`position ${partition}`, () => this.store.reading.position(generation, partition));
  }

  lastSegment(generation: string, partition: number): Promise<SegmentHeader | null> {
    return this.#pass(`lastSegment ${partition}`, () => this.store.reading.lastSegment(generation, partition));
  }

  readCases(generation: string, partition: number, subjects: readonly string[]): Promise<readonly StoredCase[]> {
    return this.#pass(`readCases ${partition} ${subjects.join(' ')}`, () =>
      this.store.reading.readCases(generation, partition, subjects),
    );
  }

  casesAfter(generation: string, partition: number, limit: number, after?: string): Promise<readonly StoredCase[]> {
    return this.#pass(`casesAfter ${partition} ${after ?? ''}`, () =>
      this.store.reading.casesAfter(generation, partition, limit, after),
    );
  }

  commit(checkpoint: Checkpoint): Promise<void> {
    return this.manner.transactions
      ? this.#pass(`commit ${named(checkpoint)}`, () => this.store.commit(checkpoint))
      : this.saveStepwise(checkpoint);
  }

  /** The writes of a checkpoint, one after the other. */
  protected saveStepwise(checkpoint: Checkpoint): Promise<void> {
    return saveInOrder(this, checkpoint);
  }

  async insertQuarantine(entries: readonly QuarantineEntry[]): Promise<void> {
    for (const some of this.#portions(entries)) {
      const places = some.map(({ partition, offset }) => `${partition}:${offset}`);
      await this.#pass(`insertQuarantine ${places.join(' ')}`, () => this.store.insertQuarantine(some));
    }
  }

  insertSegment(segment: Segment): Promise<void> {
    return this.#pass(`insertSegment ${rangeOf(segment)}`, () => this.store.insertSegment(segment));
  }

  async replaceCases(generation: string, partition: number, cases: readonly CaseReplacement[]): Promise<void> {
    for (const some of this.#portions(cases)) {
      const changes = some.map(({ subject, readThrough, through }) => `${subject} ${readThrough ?? '-'}→${through}`);
      await this.#pass(`replaceCases ${partition} ${changes.join(' ')}`, () =>
        this.store.replaceCases(generation, partition, some),
      );
    }
  }

  advancePosition(generation: string, partition: number, position: number): Promise<void> {
    return this.#pass(`advancePosition ${partition} to ${position}`, () =>
      this.store.advancePosition(generation, partition, position),
    );
  }

  async segmentsFrom(
    generation: string,
    partition: number,
    number: number,
    upTo?: number,
  ): Promise<readonly Segment[]> {
    const what = `segmentsFrom ${partition} #${number}`;
    if (!this.manner.scansInParts) {
      return this.#pass(what, () => this.store.reading.segmentsFrom(generation, partition, number, upTo));
    }
    const scan = (part: string, from: number, to: number): Promise<readonly Segment[]> =>
      this.#pass(`${what}, ${part}`, () => Promise.resolve(this.store.reading.scan(generation, partition, from, to)));
    const halfway = number + 2;
    const found = [...(await scan('first part', 0, halfway)), ...(await scan('the rest', halfway, Infinity))];
    return coverOf(found, number, upTo);
  }

  async segmentHeadersFrom(generation: string, partition: number, number: number): Promise<readonly SegmentHeader[]> {
    const segments = await this.segmentsFrom(generation, partition, number);
    return segments.map(({ rows: _rows, ...header }) => header);
  }

  async mergeSegments(merged: Segment): Promise<void> {
    const range = rangeOf(merged);
    if (this.manner.transactions) {
      await this.#pass(`mergeSegments ${range}`, () => this.store.mergeSegments(merged));
      return;
    }
    const { generation, partition, first, last } = merged;
    const cover = await this.segmentHeadersFrom(generation, partition, first);
    if (!cover.some((segment) => segment.last === last)) throw new StaleWriter('segment');
    await this.#pass(`mergeSegments ${range}, insert`, () => this.store.insertMerged(merged));
    await this.#pass(`mergeSegments ${range}, delete`, () => this.store.deleteMergedAway(merged));
  }

  quarantine(
    limit: number,
    after?: { readonly partition: number; readonly offset: number },
  ): Promise<readonly QuarantineEntry[]> {
    return this.#pass('quarantine', () => this.store.reading.quarantine(limit, after));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #pass<T>(what: string, call: () => Promise<T>): Promise<T> {
    return this.gate.pass(this.process, 'store', what, call);
  }

  #portions<T>(list: readonly T[]): readonly (readonly T[])[] {
    if (list.length === 0) return [];
    return this.manner.single ? list.map((one) => [one]) : [list];
  }
}

function named({ partition, segment, position }: Checkpoint): string {
  return segment === null ? `${partition} position ${position}` : rangeOf(segment);
}

function rangeOf({ partition, first, last, from, through }: SegmentHeader): string {
  return `${partition} #${first}${first === last ? '' : `–${last}`} (${from}–${through})`;
}
