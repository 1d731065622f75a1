import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeAttentionStore } from './attention-store.contract.js';
import { MemoryAttention } from './memory-attention.store.js';
import { SqliteAttention } from './sqlite-attention.store.js';
import { openDatabase } from './sqlite-database.store.js';

describeAttentionStore('The store in memory', () =>
  Promise.resolve({ store: new MemoryAttention(), remove: () => Promise.resolve() }),
);

describeAttentionStore('The store in SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-attention-'));
  let database = openDatabase(folder);
  return Promise.resolve({
    store: new SqliteAttention(database),
    reopen: () => {
      database.close();
      database = openDatabase(folder);
      return Promise.resolve(new SqliteAttention(database));
    },
    remove: () => {
      database.close();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
});
