import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../calendars/clock.port.js';
import { promised } from '../store/promised.rule.js';
import { inTransaction, isSqliteError } from '../store/sqlite-transaction.store.js';
import type { Bounds, EventLog, LogRecord, NewRecord } from './event-log.port.js';
import { LogUnavailable } from './event-log.port.js';
import { GroupCommit } from './group-commit.log.js';
import type { StoredBlock } from './log-blocks.log.js';
import { LogBlocks } from './log-blocks.log.js';
import { placeOf, refuseUnknownPartition } from './partitioner.rule.js';
import { RecentRecords, takeFrom } from './recent-records.log.js';
import type { RecordBlock, RecordPlace } from './record-block.codec.js';
import { decodeRecords, encodeRecords, recordAt, splitIntoBlocks } from './record-block.codec.js';

/** Most bytes of a block before compression, unless a single record is larger: what must be read to get at one record. */
const BLOCK_BYTES = 1 << 20;
/** A read stops after the block with which it passes this size, so that many large events do not fill the memory. */
const READ_BYTES = 16 << 20;
/** How much of each partition's newest records is kept in memory. */
const RECENT_BYTES = 4 << 20;

interface PlacedRecord {
  readonly record: NewRecord;
  readonly partition: number;
}

interface InsertedBlock {
  readonly partition: number;
  readonly block: RecordBlock;
}

/**
 * The event log in a SQLite table. Records lie in compressed blocks, at least one for each transaction and partition;
 * those of one transaction share an append time. Appends made in one turn of the event loop are one transaction.
 * The handle stays its opener's: closing the log does not close it.
 */
export class SqliteLog implements EventLog {
  readonly #database: DatabaseSync;
  readonly #now: Clock;
  readonly #partitions: number;
  readonly #blocks: LogBlocks;
  readonly #recent: readonly RecentRecords[];
  /** The block last decoded, by partition: the next read often begins in the middle of it. */
  readonly #decoded = new Map<number, RecordBlock>();
  readonly #group = new GroupCommit<PlacedRecord>((placed) => this.#write(placed));
  #closed = false;

  /**
   * `database` comes from `openDatabase`. `now` gives append times in milliseconds; where it goes backwards, the append
   * time stands still. Throws if the log was begun with another number of partitions.
   */
  constructor(database: DatabaseSync, now: Clock, partitions: number) {
    holdToPartitionCount(database, partitions);
    this.#database = database;
    this.#now = now;
    this.#partitions = partitions;
    this.#blocks = new LogBlocks(database);
    this.#recent = Array.from({ length: partitions }, () => new RecentRecords(RECENT_BYTES));
  }

  partitionCount(): Promise<number> {
    return Promise.resolve(this.#partitions);
  }

  append(records: readonly NewRecord[]): Promise<void> {
    return promised(() => {
      if (this.#closed) throw new LogUnavailable('the log is closed');
      return this.#group.add(records.map((record) => ({ record, partition: placeOf(record, this.#partitions) })));
    });
  }

  bounds(partition: number): Promise<Bounds> {
    return promised(() => {
      refuseUnknownPartition(partition, this.#partitions);
      return { start: this.#blocks.start(partition), end: this.#blocks.end(partition).offset };
    });
  }

  read(partition: number, from: number, limit: number): Promise<readonly LogRecord[]> {
    return promised(() => {
      refuseUnknownPartition(partition, this.#partitions);
      return this.#recent[partition]?.read(from, limit) ?? this.#readBlocks(partition, from, limit);
    });
  }

  /** Waits for the appends under way. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#group.settled();
  }

  #readBlocks(partition: number, from: number, limit: number): readonly LogRecord[] {
    const found: LogRecord[] = [];
    let bytes = 0;
    for (const stored of this.#blocks.between(partition, from, from + limit - 1)) {
      const block = this.#decode(partition, stored);
      takeFrom(block, from, limit, found);
      bytes += block.bytes;
      if (bytes >= READ_BYTES) break;
    }
    return found;
  }

  #decode(partition: number, stored: StoredBlock): RecordBlock {
    const known = this.#decoded.get(partition);
    if (known?.records[0]?.offset === stored.first) return known;
    const place = { partition, offset: stored.first, appendedAt: stored.appendedAt };
    const block = decodeRecords(stored.compressed, place);
    this.#decoded.set(partition, block);
    return block;
  }

  #write(placed: readonly PlacedRecord[]): void {
    try {
      const blocks = inTransaction(this.#database, () => this.#insert(placed));
      for (const { partition, block } of blocks) this.#recent[partition]?.add(block);
    } catch (error) {
      if (!isSqliteError(error)) throw error;
      throw new LogUnavailable(`the log cannot take records: ${error.message}`, { cause: error });
    }
  }

  #insert(placed: readonly PlacedRecord[]): readonly InsertedBlock[] {
    const now = this.#now();
    return [...Map.groupBy(placed, (one) => one.partition)].flatMap(([partition, share]) => {
      const end = this.#blocks.end(partition);
      const appendedAt = Math.max(now, end.appendedAt);
      let offset = end.offset;
      return splitIntoBlocks(
        share.map(({ record }) => record),
        BLOCK_BYTES,
      ).map((records) => {
        const place = { partition, offset, appendedAt };
        offset += records.length;
        return { partition, block: this.#insertBlock(records, place) };
      });
    });
  }

  #insertBlock(records: readonly NewRecord[], place: RecordPlace): RecordBlock {
    const { partition, offset, appendedAt } = place;
    const { compressed, bytes } = encodeRecords(records);
    this.#blocks.insert(partition, { first: offset, last: offset + records.length - 1, appendedAt, compressed });
    return {
      records: records.map((record, index) => recordAt(record, { partition, offset: offset + index, appendedAt })),
      bytes,
    };
  }
}

/** Writes the number of partitions down when the log begins and holds it to that from then on: keys would move. */
function holdToPartitionCount(database: DatabaseSync, partitions: number): void {
  const row = database.prepare('SELECT partitions FROM log').get();
  if (row === undefined) database.prepare('INSERT INTO log (partitions) VALUES (?)').run(partitions);
  else if (row['partitions'] !== partitions) {
    throw new Error(`the log has ${String(row['partitions'])} partitions and cannot be opened with ${partitions}`);
  }
}
