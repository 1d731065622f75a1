import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs `work` as one write transaction and commits it durably. Whatever it throws undoes all of it and is thrown on.
 * `work` is synchronous, so nothing else on the handle can come between.
 */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has SQLite roll back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** An error that SQLite reported: full disk, locked or damaged file, broken constraint. */
export interface SqliteError extends Error {
  /** SQLite's extended result code. */
  readonly errcode: number;
}

export function isSqliteError(error: unknown): error is SqliteError {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}

/** SQLITE_IOERR and SQLITE_FULL, the low byte of their extended codes. */
const DISK = [10, 13];

/** Whether the disk is full or could not be read or written: that may pass, and the transaction has left nothing behind. */
export function isDiskAtFault(error: unknown): boolean {
  return isSqliteError(error) && DISK.includes(error.errcode & 0xff);
}
