import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { AuditStore, StoredAuditEntry } from './audit-store.port.js';
import { promised } from './promised.rule.js';

const FIELDS = 'number, entry, previous, digest';

/** In the data folder's database. The handle stays its opener's. */
export class SqliteAudit implements AuditStore {
  readonly #last: StatementSync;
  readonly #insert: StatementSync;
  readonly #after: StatementSync;

  constructor(database: DatabaseSync) {
    this.#last = database.prepare(`SELECT ${FIELDS} FROM audit_entry ORDER BY number DESC LIMIT 1`);
    this.#insert = database.prepare(`INSERT INTO audit_entry (${FIELDS}) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`);
    this.#after = database.prepare(`SELECT ${FIELDS} FROM audit_entry WHERE number > ? ORDER BY number LIMIT ?`);
  }

  last(): Promise<StoredAuditEntry | null> {
    return promised(() => {
      const row = this.#last.get();
      return row === undefined ? null : entryOf(row);
    });
  }

  insert({ number, entry, previous, digest }: StoredAuditEntry): Promise<boolean> {
    return promised(() => Number(this.#insert.run(number, entry, previous, digest).changes) === 1);
  }

  after(number: number, limit: number): Promise<readonly StoredAuditEntry[]> {
    return promised(() => this.#after.all(number, limit).map(entryOf));
  }
}

function entryOf(row: Readonly<Record<string, SQLOutputValue>>): StoredAuditEntry {
  return {
    number: Number(row['number']),
    entry: String(row['entry']),
    previous: String(row['previous']),
    digest: String(row['digest']),
  };
}
