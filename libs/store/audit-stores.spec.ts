import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryAudit } from './memory-audit.store.js';
import { describeAuditStore } from './audit-store.contract.js';
import { openDatabase } from './sqlite-database.store.js';
import { SqliteAudit } from './sqlite-audit.store.js';

describeAuditStore('The store in memory', () =>
  Promise.resolve({ store: new MemoryAudit(), remove: () => Promise.resolve() }),
);

describeAuditStore('The store in SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-audit-'));
  let database = openDatabase(folder);
  return Promise.resolve({
    store: new SqliteAudit(database),
    reopen: () => {
      database.close();
      database = openDatabase(folder);
      return Promise.resolve(new SqliteAudit(database));
    },
    remove: () => {
      database.close();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
});
