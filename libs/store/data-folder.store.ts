import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isSqliteError } from './sqlite-transaction.store.js';

/** SQLite’s result code for a lock that another holds. */
const SQLITE_BUSY = 5;

/** Locks held by this process. A handle that nothing refers to would be collected, and its lock lifted with it. */
const held = new Set<DatabaseSync>();

/** Who holds a data folder. */
export interface FolderOwner {
  readonly pid: number;
  readonly host: string;
  /** RFC 3339. */
  readonly started: string;
}

/** Another process writes to the data folder; `owner` is `null` if it has not said yet who it is. */
export class FolderInUse extends Error {
  readonly code = 'folder-in-use';
  readonly retriable = false;
  constructor(
    readonly folder: string,
    readonly owner: FolderOwner | null,
  ) {
    const by = owner ? `process ${owner.pid} on ${owner.host} since ${owner.started}` : 'another process';
    super(`the data folder ${folder} is in use by ${by}`);
  }
}

export interface FolderLock {
  /** Gives the folder free. The process's end does the same, however it ends. */
  release(): void;
}

/**
 * Takes the data folder for writing, making it if need be; throws FolderInUse if it is taken.
 *
 * What holds is SQLite's exclusive lock on `charter.lock`, which the operating system lifts with the process's end; who
 * holds it is only told, in `charter.owner.json`. Nobody may open `charter.lock` otherwise: closing it again would lift
 * the lock of the whole process.
 */
export function lockDataFolder(folder: string, owner: FolderOwner = thisProcess()): FolderLock {
  mkdirSync(folder, { recursive: true });
  const ownerFile = join(folder, 'charter.owner.json');
  const lock = new DatabaseSync(join(folder, 'charter.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    // In one step, so that nobody reads half a name.
    writeFileSync(`${ownerFile}.new`, `${JSON.stringify(owner)}\n`);
    renameSync(`${ownerFile}.new`, ownerFile);
  } catch (error) {
    lock.close();
    throw isBusy(error) ? new FolderInUse(folder, readOwner(ownerFile)) : error;
  }
  held.add(lock);
  return {
    release: () => {
      if (!held.delete(lock)) return;
      rmSync(ownerFile, { force: true });
      lock.close();
    },
  };
}

function thisProcess(): FolderOwner {
  const started = new Date(Date.now() - process.uptime() * 1000);
  return { pid: process.pid, host: hostname(), started: started.toISOString() };
}

function isBusy(error: unknown): boolean {
  return isSqliteError(error) && (error.errcode & 0xff) === SQLITE_BUSY;
}

function readOwner(file: string): FolderOwner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FolderOwner;
  } catch {
    return null;
  }
}
