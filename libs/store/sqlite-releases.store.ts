import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { promised } from './promised.rule.js';
import type { ReleaseFile, ReleaseStore, StoredRelease } from './release-store.port.js';
import { inTransaction } from './sqlite-transaction.store.js';

/** In the data folder's database. The handle stays its opener's. */
export class SqliteReleases implements ReleaseStore {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #insertFile: StatementSync;
  readonly #documents: StatementSync;
  readonly #document: StatementSync;
  readonly #file: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#insert = database.prepare(
      'INSERT INTO release (id, made_at, document) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#insertFile = database.prepare(
      'INSERT INTO release_file (release, "table", name, media_type, bytes) VALUES (?, ?, ?, ?, ?)',
    );
    this.#documents = database.prepare('SELECT document FROM release ORDER BY made_at, id');
    this.#document = database.prepare('SELECT document FROM release WHERE id = ?');
    this.#file = database.prepare(
      'SELECT media_type, bytes FROM release_file WHERE release = ? AND "table" = ? AND name = ?',
    );
  }

  insert({ id, madeAt, document, files }: StoredRelease): Promise<boolean> {
    return promised(() =>
      inTransaction(this.#database, () => {
        if (Number(this.#insert.run(id, madeAt, document).changes) === 0) return false;
        for (const { table, name, mediaType, bytes } of files) this.#insertFile.run(id, table, name, mediaType, bytes);
        return true;
      }),
    );
  }

  documents(): Promise<readonly string[]> {
    return promised(() => this.#documents.all().map(({ document }) => String(document)));
  }

  document(id: string): Promise<string | null> {
    return promised(() => {
      const row = this.#document.get(id);
      return row === undefined ? null : String(row['document']);
    });
  }

  file(id: string, table: string, name: string): Promise<ReleaseFile | null> {
    return promised(() => {
      const row = this.#file.get(id, table, name);
      if (row === undefined || !(row['bytes'] instanceof Uint8Array)) return null;
      return { table, name, mediaType: String(row['media_type']), bytes: row['bytes'] };
    });
  }
}
