import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { QuarantineEntry } from './engine-store.port.js';

const FIELDS = 'partition, "offset", appended_at, code, path, detail, key, value';

/** The table of log records that were refused. Belongs to the log, not to a generation. */
export class SqliteQuarantine {
  readonly #insert: StatementSync;
  readonly #after: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      `INSERT INTO quarantine (${FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#after = database.prepare(
      `SELECT ${FIELDS} FROM quarantine WHERE (partition, "offset") > (?, ?) ORDER BY partition, "offset" LIMIT ?`,
    );
  }

  /** An entry that is there already stays as it is. */
  insert(entries: readonly QuarantineEntry[]): void {
    for (const { partition, offset, appendedAt, code, path, detail, key, value } of entries) {
      this.#insert.run(partition, offset, appendedAt, code, path, detail, key, value);
    }
  }

  after(partition: number, offset: number, limit: number): readonly QuarantineEntry[] {
    return this.#after.all(partition, offset, limit).map(entryOf);
  }
}

function entryOf(row: Readonly<Record<string, SQLOutputValue>>): QuarantineEntry {
  return {
    partition: Number(row['partition']),
    offset: Number(row['offset']),
    appendedAt: Number(row['appended_at']),
    code: String(row['code']),
    path: String(row['path']),
    detail: String(row['detail']),
    key: textOrNull(row['key']),
    value: textOrNull(row['value']),
  };
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
