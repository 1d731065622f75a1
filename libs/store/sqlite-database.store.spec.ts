import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { schemaSteps } from './database.schema.js';
import { DatabaseVersionMismatch, openDatabase } from './sqlite-database.store.js';

describe('the database of a data folder', () => {
  let root: string;
  let folder: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'charter-database-'));
    folder = join(root, 'new', 'data');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const pragma = (database: DatabaseSync, name: string): unknown =>
    Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  const tables = (database: DatabaseSync): unknown =>
    database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => name);
  const setVersion = (version: number): void => {
    const database = openDatabase(folder);
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
  };

  it('is made with its folder and has every commit on disk', () => {
    const database = openDatabase(folder);
    expect(existsSync(join(folder, 'charter.db'))).toBe(true);
    expect(pragma(database, 'journal_mode')).toBe('wal');
    expect(pragma(database, 'synchronous')).toBe(2);
    expect(pragma(database, 'user_version')).toBe(schemaSteps.length);
    database.close();
  });

  it('stays as it is when opened again', () => {
    const first = openDatabase(folder);
    first.exec('INSERT INTO log (partitions) VALUES (6)');
    const before = tables(first);
    first.close();
    const second = openDatabase(folder);
    expect(tables(second)).toEqual(before);
    expect(second.prepare('SELECT partitions FROM log').get()).toEqual({ partitions: 6 });
    second.close();
  });

  it('can be opened for reading only, and then refuses to be written', () => {
    openDatabase(folder).close();
    const database = openDatabase(folder, { readOnly: true });
    expect(tables(database)).toContain('segment');
    expect(() => database.exec('INSERT INTO log (partitions) VALUES (6)')).toThrow('readonly');
    database.close();
  });

  it('is not made by a reader', () => {
    expect(() => openDatabase(folder, { readOnly: true })).toThrow('unable to open');
    expect(existsSync(folder)).toBe(false);
  });

  it('is refused when a newer version wrote it, and left alone', () => {
    setVersion(99);
    for (const readOnly of [false, true]) {
      expect(() => openDatabase(folder, { readOnly })).toThrow(DatabaseVersionMismatch);
      expect(() => openDatabase(folder, { readOnly })).toThrow('version 99');
    }
  });

  it('is refused to a reader when it is older, for a reader cannot bring it up to date', () => {
    setVersion(0);
    expect(() => openDatabase(folder, { readOnly: true })).toThrow('start the system once');
  });
});
