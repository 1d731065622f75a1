import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { caseKeyOf, firstKeyOf, nextCaseKey } from './case-key.rule.js';
import { StaleWriter, type CaseReplacement, type StoredCase } from './engine-store.port.js';

/**
 * The table of cases. A case lies under a key made of its place and a hash of its subject, or if that is taken by another
 * subject, under the next key that is free. Cases are deleted with their place only, so a free key ends a search.
 */
export class SqliteCases {
  readonly #read: StatementSync;
  readonly #page: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #deleteBetween: StatementSync;
  readonly #keyOf: (place: number, subject: string) => number;

  constructor(database: DatabaseSync, keyOf: (place: number, subject: string) => number = caseKeyOf) {
    this.#read = database.prepare('SELECT subject, through, facts FROM stored_case WHERE key = ?');
    this.#page = database.prepare(
      'SELECT subject, through, facts FROM stored_case WHERE key >= ? AND key < ? ORDER BY key LIMIT ?',
    );
    this.#insert = database.prepare(
      'INSERT INTO stored_case (key, subject, through, facts) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#update = database.prepare(
      'UPDATE stored_case SET through = ?, facts = ? WHERE key = ? AND subject = ? AND through = ?',
    );
    this.#deleteBetween = database.prepare('DELETE FROM stored_case WHERE key >= ? AND key < ?');
    this.#keyOf = keyOf;
  }

  read(place: number, subjects: readonly string[]): readonly StoredCase[] {
    return this.#inTableOrder(place, subjects, (subject) => subject)
      .map(({ key, one }) => this.#find(key, one))
      .filter((found) => found !== null);
  }

  /** In the order of keys; a subject that is not stored has none behind it. */
  after(place: number, limit: number, subject?: string): readonly StoredCase[] {
    const from = subject === undefined ? firstKeyOf(place) : this.#keyBehind(place, subject);
    return this.#page.all(from, firstKeyOf(place + 1), limit).map(caseOf);
  }

  /** Throws StaleWriter at a case that is no longer as it was read; others may have been replaced by then. */
  replace(place: number, replacements: readonly CaseReplacement[]): void {
    for (const { key, one } of this.#inTableOrder(place, replacements, ({ subject }) => subject))
      this.#replace(key, one);
  }

  deleteAll(place: number): void {
    this.#deleteBetween.run(firstKeyOf(place), firstKeyOf(place + 1));
  }

  /** In the order of the table each page is fetched and changed once. */
  #inTableOrder<T>(
    place: number,
    things: readonly T[],
    subjectOf: (thing: T) => string,
  ): readonly { readonly key: number; readonly one: T }[] {
    return things.map((one) => ({ key: this.#keyOf(place, subjectOf(one)), one })).sort((a, b) => a.key - b.key);
  }

  #find(firstKey: number, subject: string): StoredCase | null {
    for (let key = firstKey; ; key = nextCaseKey(key)) {
      const row = this.#read.get(key);
      if (row === undefined) return null;
      if (row['subject'] === subject) return caseOf(row);
    }
  }

  #keyBehind(place: number, subject: string): number {
    for (let key = this.#keyOf(place, subject); ; key = nextCaseKey(key)) {
      const there = this.#read.get(key)?.['subject'];
      if (there === undefined) return firstKeyOf(place + 1);
      if (there === subject) return key + 1;
    }
  }

  #replace(firstKey: number, { subject, through, readThrough, facts }: CaseReplacement): void {
    for (let key = firstKey; ; key = nextCaseKey(key)) {
      const { changes } =
        readThrough === null
          ? this.#insert.run(key, subject, through, facts)
          : this.#update.run(through, facts, key, subject, readThrough);
      if (changes === 1) return;
      const there = this.#read.get(key)?.['subject'];
      if (there === undefined || there === subject) throw new StaleWriter('case');
    }
  }
}

function caseOf(row: Readonly<Record<string, SQLOutputValue>>): StoredCase {
  return { subject: String(row['subject']), through: Number(row['through']), facts: row['facts'] as Uint8Array };
}
