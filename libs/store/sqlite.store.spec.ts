import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aCheckpoint, aGeneration } from './checkpoint.testkit.js';
import { describeEngineStore } from './engine-store.contract.js';
import { openDatabase } from './sqlite-database.store.js';
import { SqliteStore } from './sqlite.store.js';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'charter-store-'));

describeEngineStore('The store in SQLite', () => {
  const folder = newFolder();
  let database = openDatabase(folder);
  return Promise.resolve({
    store: new SqliteStore(database),
    atomic: true,
    reopen: () => {
      database.close();
      database = openDatabase(folder);
      return Promise.resolve(new SqliteStore(database));
    },
    remove: () => {
      database.close();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
});

describe('The store in SQLite', () => {
  let folder: string;
  let database: DatabaseSync;
  let store: SqliteStore;
  beforeEach(async () => {
    folder = newFolder();
    database = openDatabase(folder);
    store = new SqliteStore(database);
    await store.createGeneration(aGeneration());
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('refuses to write for a generation or partition that was never created', async () => {
    await expect(store.commit(aCheckpoint({ generation: 'g9', segment: null }))).rejects.toThrow('g9');
    await expect(store.commit(aCheckpoint({ partition: 6, segment: null }))).rejects.toThrow('partition 6');
    await expect(store.pointTo('g9', null)).rejects.toThrow('g9');
    expect(await store.quarantine(10)).toEqual([]);
  });

  it('may be read through another handle while it is written', async () => {
    const reading = openDatabase(folder, { readOnly: true });
    const reader = new SqliteStore(reading);
    await store.commit(aCheckpoint());
    expect(await reader.position('g1', 0)).toBe(100);
    expect(await reader.segmentHeadersFrom('g1', 0, 0)).toHaveLength(1);
    await expect(reader.commit(aCheckpoint())).rejects.toThrow('readonly');
    reading.close();
  });

  it('keeps nothing of a checkpoint for which the disk has no room, and goes on when there is some', async () => {
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {};
    database.exec(`PRAGMA max_page_count = ${Number(pages) + 2}`);
    const large = aCheckpoint().cases.map((one) => ({ ...one, facts: new Uint8Array(100_000) }));
    // Not an error that ends the process: the engine may meet a full disk before the log does, and somebody must answer 503.
    await expect(store.commit(aCheckpoint({ cases: large }))).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await store.lastSegment('g1', 0)).toBeNull();
    expect(await store.quarantine(1)).toEqual([]);
    database.exec('PRAGMA max_page_count = 1000000');
    await store.commit(aCheckpoint({ cases: large }));
    expect(await store.position('g1', 0)).toBe(100);
  });
});
