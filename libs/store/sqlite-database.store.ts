import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { schemaSteps } from './database.schema.js';
import { inTransaction } from './sqlite-transaction.store.js';

/** The data folder's database was written by another version of this software. */
export class DatabaseVersionMismatch extends Error {
  readonly code = 'database-version';
  readonly retriable = false;
}

/** How long a statement waits for another process that holds the database, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens `<folder>/charter.db`, which holds the log and the engine's store. Every commit is on disk when it returns.
 * A writer makes folder, file and tables if they are not there and brings older tables up to date; it must hold the
 * folder's lock. A reader needs a file that a writer has made. Throws DatabaseVersionMismatch if the tables are newer
 * than this software, or older and the database is opened for reading only.
 */
export function openDatabase(folder: string, { readOnly = false }: { readonly readOnly?: boolean } = {}): DatabaseSync {
  if (!readOnly) mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'charter.db'), { readOnly, timeout: BUSY_TIMEOUT_MS });
  try {
    if (!readOnly) settle(database);
    database.exec('PRAGMA cache_size = -65536');
    bringUpToDate(database, readOnly);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function settle(database: DatabaseSync): void {
  // As measured with 500,000 cases: large pages waste less on cases of a kilobyte, and where the write-ahead log is copied
  // back only every 20,000 pages, a page that many commits have changed is copied once.
  database.exec(`
    PRAGMA page_size = 8192;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 20000;
  `);
}

function bringUpToDate(database: DatabaseSync, readOnly: boolean): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  const known = schemaSteps.length;
  if (version > known) {
    throw new DatabaseVersionMismatch(
      `the data folder is of version ${version}; this software knows versions up to ${known}: use a newer one`,
    );
  }
  if (version === known) return;
  if (readOnly) {
    throw new DatabaseVersionMismatch(
      `the data folder is of version ${version}, this software’s is ${known}: start the system once to bring it up to date`,
    );
  }
  inTransaction(database, () => {
    for (const step of schemaSteps.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${known}`);
  });
}
