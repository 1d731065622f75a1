/**
 * What the engine remembers. Nothing is updated in place except a case (guarded by the `through` it was read with),
 * a partition's position (which only grows) and the pointer to the generation in use.
 */

/** One way of computing all figures: definitions, register, calendars, schemas and fold version, known by their fingerprint. */
export interface Generation {
  readonly id: string;
  /** SHA-256, hex, of everything that decides what the fold puts out. */
  readonly fingerprint: string;
  readonly partitionCount: number;
  /** How rows are to be read: JSON text of the layout that the generation was begun with. */
  readonly layout: string;
}

/** How many log records came to what, from offset 0 up to and including `through` of the segment that states them. */
export interface Counts {
  /** Taken into a case. */
  readonly applied: number;
  /** The same identity with the same content again. */
  readonly duplicates: number;
  /** Refused, with a quarantine entry each. */
  readonly quarantined: number;
}

/** How often a fact is in a range of the log, and when the first and the last of it were recorded, in milliseconds. */
export interface FeedSeen {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** The figures' difference made by the log records `from` … `through` of a partition. Inserted once, never changed. */
export interface SegmentHeader {
  readonly generation: string;
  readonly partition: number;
  /** First and last checkpoint number covered: equal for a checkpoint's own segment, a range for a merged one. */
  readonly first: number;
  readonly last: number;
  /** First and last log offset covered, inclusive. */
  readonly from: number;
  readonly through: number;
  /** Append time of the record at `through`, milliseconds. */
  readonly throughAppendedAt: number;
  /** SHA-256, hex, of the log record at `through`. */
  readonly digest: string;
  /** Cumulative from offset 0. */
  readonly counts: Counts;
  /** By fact name, for this segment's range only. */
  readonly feeds: Readonly<Record<string, FeedSeen>>;
  readonly rowCount: number;
}

export interface Segment extends SegmentHeader {
  /** Encoded rows; see libs/measures. */
  readonly rows: Uint8Array;
}

export interface StoredCase {
  readonly subject: string;
  /** Offset of the last record that changed the case. */
  readonly through: number;
  /** Encoded facts; see libs/events. */
  readonly facts: Uint8Array;
}

/** A changed case, with the `through` of the version it was read from (`null`: there was none). */
export interface CaseReplacement extends StoredCase {
  readonly readThrough: number | null;
}

export interface QuarantineEntry {
  readonly partition: number;
  readonly offset: number;
  /** Milliseconds. */
  readonly appendedAt: number;
  readonly code: string;
  readonly path: string;
  readonly detail: string;
  readonly key: string | null;
  readonly value: string | null;
}

/** Everything that one checkpoint of one partition saves. */
export interface Checkpoint {
  readonly generation: string;
  readonly partition: number;
  readonly quarantine: readonly QuarantineEntry[];
  /** `null` when only cases of an earlier segment had to be saved again. */
  readonly segment: Segment | null;
  readonly cases: readonly CaseReplacement[];
  /** First offset whose effect on cases may not be stored yet: `through` + 1. */
  readonly position: number;
}

/**
 * Another writer was there first. The loser forgets everything it holds of the partition and begins again from the store.
 */
export class StaleWriter extends Error {
  readonly code = 'stale-writer';
  readonly retriable = true;
  constructor(readonly step: 'segment' | 'case' | 'position') {
    super(`another writer has moved this partition on (${step})`);
  }
}

/** The store cannot be reached or did not answer in time; what was being written is there whole, in part or not at all. */
export class StoreUnavailable extends Error {
  readonly code = 'store-unavailable';
  readonly retriable = true;
}

/** Something was to be written for a generation, or a partition of it, that is not there. */
export class UnknownGeneration extends Error {
  readonly code = 'unknown-generation';
  readonly retriable = false;
  constructor(generation: string, partition?: number) {
    super(
      `generation ${generation} ${partition === undefined ? '' : `has no partition ${partition}, or `}` +
        'was never created, or has been deleted',
    );
  }
}

/**
 * The four writes of a checkpoint, each acknowledged before the next.
 *
 * Quarantine entries are keyed by (partition, offset) and inserting one again has no effect. A segment is inserted under
 * (generation, partition, first, last) and never replaces another. A case is replaced only if its `through` is still
 * `readThrough`. A position only grows: setting it to what it is already has no effect, a smaller one is refused.
 * The last three reject with StaleWriter where the condition fails.
 */
export interface CheckpointSteps {
  insertQuarantine(entries: readonly QuarantineEntry[]): Promise<void>;
  insertSegment(segment: Segment): Promise<void>;
  replaceCases(generation: string, partition: number, cases: readonly CaseReplacement[]): Promise<void>;
  advancePosition(generation: string, partition: number, position: number): Promise<void>;
}

/** Injection token of the process's store. */
export const ENGINE_STORE = Symbol('EngineStore');

export interface EngineStore {
  generations(): Promise<readonly Generation[]>;
  /** Has no effect if the generation is there already. */
  createGeneration(generation: Generation): Promise<void>;
  /** The generation that readers use; `null` before the first. */
  currentGeneration(): Promise<string | null>;
  /**
   * Moves readers to a generation that there is, if they are still on `from` (`null`: on none). Answers whether they are on
   * it now, also where they were before. Rejects with UnknownGeneration.
   */
  pointTo(generation: string, from: string | null): Promise<boolean>;
  /**
   * Deletes a generation with its cases, segments and positions, whoever still writes to it. Answers false, and deletes
   * nothing, where readers are on it; true where there is none of it. Cut short it can be repeated.
   */
  deleteGeneration(generation: string): Promise<boolean>;

  /** 0 before the first checkpoint. */
  position(generation: string, partition: number): Promise<number>;
  lastSegment(generation: string, partition: number): Promise<SegmentHeader | null>;
  /** Those of the subjects that are stored, in any order. */
  readCases(generation: string, partition: number, subjects: readonly string[]): Promise<readonly StoredCase[]>;
  /**
   * A page of all that is stored: at most `limit` cases, in an order of the store's own, from the one behind the subject
   * `after` on; fewer only at the end. Each case that is stored when the first page is asked for is met once; one that is
   * stored later may be.
   */
  casesAfter(generation: string, partition: number, limit: number, after?: string): Promise<readonly StoredCase[]>;
  /** Saves all of it (atomically where the engine can, else in the order of CheckpointSteps); rejects with StaleWriter. */
  commit(checkpoint: Checkpoint): Promise<void>;

  /**
   * Segments from checkpoint number `number` on that cover without overlap or gap, in order: of several that begin at the
   * same number the longest. A segment that begins before `number` is not returned, nor one that reaches beyond `upTo`.
   */
  segmentsFrom(generation: string, partition: number, number: number, upTo?: number): Promise<readonly Segment[]>;
  /** The same cover, without rows. */
  segmentHeadersFrom(generation: string, partition: number, number: number): Promise<readonly SegmentHeader[]>;
  /**
   * Inserts the merged segment, unless it is there already, then deletes those that it covers (never one that reaches
   * beyond it). Rejects with StaleWriter, and writes nothing, where the stored segments do not make up exactly its range.
   */
  mergeSegments(merged: Segment): Promise<void>;

  /** By partition and offset, oldest first; `after` continues a listing. */
  quarantine(
    limit: number,
    after?: { readonly partition: number; readonly offset: number },
  ): Promise<readonly QuarantineEntry[]>;
  close(): Promise<void>;
}
