import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryReleases } from './memory-releases.store.js';
import { describeReleaseStore } from './release-store.contract.js';
import { openDatabase } from './sqlite-database.store.js';
import { SqliteReleases } from './sqlite-releases.store.js';

describeReleaseStore('The store in memory', () =>
  Promise.resolve({ store: new MemoryReleases(), remove: () => Promise.resolve() }),
);

describeReleaseStore('The store in SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-releases-'));
  let database = openDatabase(folder);
  return Promise.resolve({
    store: new SqliteReleases(database),
    reopen: () => {
      database.close();
      database = openDatabase(folder);
      return Promise.resolve(new SqliteReleases(database));
    },
    remove: () => {
      database.close();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
});
