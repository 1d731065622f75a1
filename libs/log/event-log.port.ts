/** A record as it lies on the log. */
export interface LogRecord {
  readonly partition: number;
  /** Position in the partition: 0, 1, 2, … */
  readonly offset: number;
  /** When the log took the record, in milliseconds since the epoch (Kafka's LogAppendTime); never decreases in a partition. */
  readonly appendedAt: number;
  readonly key: string | null;
  /** The structured CloudEvent as JSON text; `null` is a tombstone. */
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** A record to append. Its partition follows from its key, unless one is named (tests plant records in a wrong one). */
export interface NewRecord {
  readonly key: string;
  readonly value: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly partition?: number;
}

export interface Bounds {
  /** Offset of the first record kept; 0 unless the log has lost its beginning. */
  readonly start: number;
  /** Offset that the next record will get. */
  readonly end: number;
}

/** The log could not take the records in time, or cannot be reached: nothing is promised, resending is harmless. */
export class LogUnavailable extends Error {
  readonly code = 'log-unavailable';
  readonly retriable = true;
}

/** Injection token of the process's event log. */
export const EVENT_LOG = Symbol('EventLog');

/** The event log: append-only partitions, ordered within each. Kafka, SQLite and memory implement it. */
export interface EventLog {
  partitionCount(): Promise<number>;
  /** Resolves once every record is durable; rejects with LogUnavailable otherwise (some may then be on the log). */
  append(records: readonly NewRecord[]): Promise<void>;
  bounds(partition: number): Promise<Bounds>;
  /**
   * At most `limit` records from offset `from` on, in order; fewer where they are large: only an empty answer says that
   * the end of the partition has been reached.
   */
  read(partition: number, from: number, limit: number): Promise<readonly LogRecord[]>;
  close(): Promise<void>;
}

/**
 * What a consumer's owner does with partitions. A rejection from any of these ends the consumer with that error, except
 * one with the code `stale-writer` or `generation-left` from `records` or `caughtUp`: the partition is revoked and assigned
 * again. So it is with `log-unavailable` and `store-unavailable`, also from `assigned`, as soon as it is tried again.
 */
export interface PartitionHandler {
  /** The partition is ours from now on; answers the offset to read from. */
  assigned(partition: number): Promise<number>;
  /** The next records of an assigned partition, in order, without a gap. */
  records(partition: number, records: readonly LogRecord[]): Promise<void>;
  /**
   * There is nothing more of the partition to read just now, or was not when the last records were read: called at each
   * standstill of it, about every second of one, and where more keeps coming about every quarter of a second.
   */
  caughtUp(partition: number): Promise<void>;
  /** The partition is no longer ours; anything unsaved of it must be forgotten. */
  revoked(partition: number): Promise<void>;
}

/** Reads the log on behalf of one process, a share of the partitions at a time. */
export interface LogConsumer {
  /** Starts reading. `ended` settles when reading has stopped: it rejects with the error that stopped it. */
  start(handler: PartitionHandler): Promise<{ readonly ended: Promise<void> }>;
  /** Stops after the batch in hand; resolves when every partition has been revoked. */
  stop(): Promise<void>;
}
