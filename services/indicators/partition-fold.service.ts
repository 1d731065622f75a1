import { FOLD_REFUSALS } from '../../libs/events/fold-refusal.fact.js';
import type { Refusal } from '../../libs/events/refusal.fact.js';
import type { EventLog, LogRecord } from '../../libs/log/event-log.port.js';
import { recordDigest } from '../../libs/log/record-digest.rule.js';
import { foldFact, type Outcome } from '../../libs/measures/fold/fold.measure.js';
import type { Program } from '../../libs/measures/fold/program.measure.js';
import { DifferenceTable } from '../../libs/measures/rows/difference-table.measure.js';
import { encodeRows } from '../../libs/measures/rows/rows.codec.js';
import {
  StaleWriter,
  UnknownGeneration,
  type Checkpoint,
  type Counts,
  type EngineStore,
  type FeedSeen,
  type QuarantineEntry,
  type Segment,
  type SegmentHeader,
} from '../../libs/store/engine-store.port.js';
import { CaseCache } from './case-cache.store.js';
import { checkLog } from './log-check.rule.js';
import { readLogRecord, type ReadRecord } from './log-record.parser.js';
import { readStanding, StoreMismatch, type Standing } from './standing.service.js';

/** What a partition is folded with. */
export interface FoldContext {
  readonly log: EventLog;
  readonly store: EngineStore;
  readonly program: Program;
  readonly generation: string;
  readonly partitionCount: number;
  /** Unchanged cases kept in memory for a partition. */
  readonly cachedCases: number;
  /** Told of an event that made the fold fail; the event is quarantined and the fold goes on. */
  readonly alarm: (message: string, error: unknown) => void;
}

const nothingCounted: Counts = { applied: 0, duplicates: 0, quarantined: 0 };

/**
 * One assignment of one partition: everything that is in memory of it. Reads records in order, folds them into cases and
 * differences, and saves both as a checkpoint. After any rejection it must be thrown away.
 */
export class PartitionFold {
  readonly #cases: CaseCache;
  readonly #differences = new DifferenceTable();
  /** Takes the differences that an earlier segment holds, and is emptied unread. */
  readonly #countedBefore = new DifferenceTable();
  #quarantine: QuarantineEntry[] = [];
  #feeds: Record<string, FeedSeen> = {};
  #counts: Counts;
  #lastTaken: LogRecord | null = null;
  #unsaved = 0;
  #position: number;
  #lastSegment: SegmentHeader | null;

  private constructor(
    private readonly context: FoldContext,
    private readonly partition: number,
    /** Where the store left the partition when it was taken up. */
    readonly begunFrom: Standing,
  ) {
    this.#position = begunFrom.position;
    this.#lastSegment = begunFrom.segments.at(-1) ?? null;
    this.#counts = this.#lastSegment?.counts ?? nothingCounted;
    this.#cases = new CaseCache(context.store, context.generation, partition, context.cachedCases);
  }

  /**
   * Takes the partition up where the store left it. Rejects with LogMismatch where the log is another, with StoreMismatch
   * where what is stored does not belong together.
   */
  static async open(context: FoldContext, partition: number): Promise<PartitionFold> {
    const standing = await readStanding(context.store, context.generation, partition);
    await checkLog(context.log, partition, standing.position, standing.segments.at(-1) ?? null);
    return new PartitionFold(context, partition, standing);
  }

  /** Records taken since the last checkpoint. */
  get unsaved(): number {
    return this.#unsaved;
  }

  /** Folds the next records of the partition, which follow on those before without a gap. */
  async take(records: readonly LogRecord[]): Promise<void> {
    for (const [index, { offset }] of records.entries()) {
      if (offset !== this.#next + index) throw new Error(`offset ${String(offset)} is not the next of the partition`);
    }
    const read = records.map((record) => readLogRecord(record, this.context.partitionCount));
    await this.#cases.load(new Set(read.flatMap((result) => (result.ok ? [result.subject] : []))));
    for (const [index, record] of records.entries()) {
      const result = read[index];
      if (result !== undefined && !this.#fold(record, result)) throw await this.#whyCaseIsAhead();
      this.#lastTaken = record;
    }
    this.#unsaved += records.length;
  }

  /** Offset of the next record to take. */
  get #next(): number {
    return this.#lastTaken === null ? this.#position : this.#lastTaken.offset + 1;
  }

  /**
   * Saves everything since the last checkpoint; answers its segment, `null` where there was nothing new to count. Where there
   * is nothing to save it looks whether all that was saved is still there, for the next event may be long in coming.
   */
  async save(): Promise<SegmentHeader | null> {
    const record = this.#lastTaken;
    if (record === null || this.#unsaved === 0) {
      await this.#refuseOlderStore();
      return null;
    }
    await this.#refuseAnotherStore();
    const position = record.offset + 1;
    const segment = this.#segmentThrough(record);
    await this.#commit({
      generation: this.context.generation,
      partition: this.partition,
      quarantine: this.#quarantine,
      segment,
      cases: this.#cases.changes(),
      position,
    });
    this.#position = position;
    this.#cases.changesSaved();
    this.#countedBefore.drain();
    this.#quarantine = [];
    this.#feeds = {};
    this.#unsaved = 0;
    if (segment === null) return null;
    const { rows: _rows, ...header } = segment;
    this.#lastSegment = header;
    return header;
  }

  /** A generation that a rebuild has deleted since the last look at the store is one that others have moved on from. */
  async #commit(checkpoint: Checkpoint): Promise<void> {
    try {
      await this.context.store.commit(checkpoint);
    } catch (error) {
      throw error instanceof UnknownGeneration ? new StaleWriter('segment') : error;
    }
  }

  /**
   * Rejects with StaleWriter where the store is not as this assignment left it. Another writer is refused by the store in
   * any case; one that has been brought back from a copy would take a segment that does not follow its own.
   */
  async #refuseAnotherStore(): Promise<void> {
    const { store, generation } = this.context;
    const last = await store.lastSegment(generation, this.partition);
    if (last?.last !== this.#lastSegment?.last || last?.through !== this.#lastSegment?.through) {
      throw new StaleWriter('segment');
    }
    if ((await store.position(generation, this.partition)) !== this.#position) throw new StaleWriter('position');
  }

  /** Rejects with StaleWriter where the store has been brought back from a copy that lacks what was saved. */
  async #refuseOlderStore(): Promise<void> {
    const { store, generation } = this.context;
    if ((await store.position(generation, this.partition)) < this.#position) throw new StaleWriter('position');
  }

  /** Answers false, and does nothing, where the case has seen a record that the figures have not. */
  #fold(record: LogRecord, read: ReadRecord): boolean {
    const counted = this.#lastSegment !== null && record.offset <= this.#lastSegment.through;
    if (!read.ok) {
      if (!counted) this.#refuse(record, read.refusal);
      return true;
    }
    const { subject, fact, recordedAt } = read;
    const state = this.#cases.state(subject);
    if (!counted && state.through >= record.offset) return false;
    const through = state.through;
    let outcome: Outcome;
    try {
      // Counted events are folded whole once more: one whose fold failed then must fail again, and stay out of the case.
      outcome = foldFact(state, fact, this.context.program, counted ? this.#countedBefore : this.#differences);
    } catch (error) {
      this.context.alarm(`the fold failed at ${String(this.partition)}:${String(record.offset)}`, error);
      if (!counted) this.#refuse(record, FOLD_REFUSALS['fold-failed']);
      return true;
    }
    if (state.through !== through) this.#cases.noteChange(subject);
    if (!counted) this.#note(record, outcome, fact.name, recordedAt);
    return true;
  }

  #note(record: LogRecord, outcome: Outcome, factName: string, recordedAt: number): void {
    if (outcome === 'conflict' || outcome === 'case-full') {
      this.#refuse(record, FOLD_REFUSALS[outcome]);
      return;
    }
    const counts = this.#counts;
    this.#counts =
      outcome === 'applied'
        ? { ...counts, applied: counts.applied + 1 }
        : { ...counts, duplicates: counts.duplicates + 1 };
    const seen = this.#feeds[factName];
    this.#feeds[factName] = {
      first: Math.min(seen?.first ?? recordedAt, recordedAt),
      last: Math.max(seen?.last ?? recordedAt, recordedAt),
      count: (seen?.count ?? 0) + 1,
    };
  }

  #refuse(record: LogRecord, { code, path, detail }: Refusal): void {
    const { partition, offset, appendedAt, key, value } = record;
    this.#quarantine.push({ partition, offset, appendedAt, code, path, detail, key, value });
    this.#counts = { ...this.#counts, quarantined: this.#counts.quarantined + 1 };
  }

  #segmentThrough(record: LogRecord): Segment | null {
    const from = (this.#lastSegment?.through ?? -1) + 1;
    if (record.offset < from) return null;
    const number = (this.#lastSegment?.last ?? -1) + 1;
    const rows = this.#differences.drain();
    return {
      generation: this.context.generation,
      partition: this.partition,
      first: number,
      last: number,
      from,
      through: record.offset,
      throughAppendedAt: record.appendedAt,
      digest: recordDigest(record),
      counts: this.#counts,
      feeds: this.#feeds,
      rowCount: rows.length,
      rows: encodeRows(rows),
    };
  }

  async #whyCaseIsAhead(): Promise<Error> {
    const last = await this.context.store.lastSegment(this.context.generation, this.partition);
    return (last?.last ?? -1) > (this.#lastSegment?.last ?? -1)
      ? new StaleWriter('case')
      : new StoreMismatch(this.partition);
  }
}
