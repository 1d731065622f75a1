import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';

/** A compressed block as it lies in the table. */
export interface StoredBlock {
  /** Offsets of its first and last record. */
  readonly first: number;
  readonly last: number;
  /** Milliseconds; of every record in it. */
  readonly appendedAt: number;
  readonly compressed: Uint8Array;
}

const FIELDS = 'first, last, appended_at, records';
/** From the block that holds the one offset on, to the block that holds the other. */
const BETWEEN = `
  SELECT ${FIELDS} FROM log_block
  WHERE partition = :partition AND first <= :to AND first >= coalesce(
    (SELECT first FROM log_block WHERE partition = :partition AND first <= :from ORDER BY first DESC LIMIT 1), 0)
  ORDER BY first`;

/** The table of log blocks. */
export class LogBlocks {
  readonly #oldest: StatementSync;
  readonly #newest: StatementSync;
  readonly #between: StatementSync;
  readonly #insert: StatementSync;

  constructor(database: DatabaseSync) {
    this.#oldest = database.prepare('SELECT min(first) AS first FROM log_block WHERE partition = ?');
    this.#newest = database.prepare(
      'SELECT last, appended_at FROM log_block WHERE partition = ? ORDER BY first DESC LIMIT 1',
    );
    this.#between = database.prepare(BETWEEN);
    this.#insert = database.prepare(`INSERT INTO log_block (partition, ${FIELDS}) VALUES (?, ?, ?, ?, ?)`);
  }

  /** Offset of the first record kept; 0 if there is none. */
  start(partition: number): number {
    return Number(this.#oldest.get(partition)?.['first'] ?? 0);
  }

  /** Offset that the next record will get, and the append time of the last one (0: there is none). */
  end(partition: number): { readonly offset: number; readonly appendedAt: number } {
    const row = this.#newest.get(partition);
    return { offset: Number(row?.['last'] ?? -1) + 1, appendedAt: Number(row?.['appended_at'] ?? 0) };
  }

  insert(partition: number, block: StoredBlock): void {
    this.#insert.run(partition, block.first, block.last, block.appendedAt, block.compressed);
  }

  /** Blocks that hold the offsets `from` … `to`, in order. One at a time: the caller may stop early. */
  *between(partition: number, from: number, to: number): Generator<StoredBlock> {
    for (const row of this.#between.iterate({ partition, from, to })) yield storedBlock(row);
  }
}

function storedBlock(row: Record<string, SQLOutputValue>): StoredBlock {
  return {
    first: Number(row['first']),
    last: Number(row['last']),
    appendedAt: Number(row['appended_at']),
    compressed: row['records'] as Uint8Array,
  };
}
