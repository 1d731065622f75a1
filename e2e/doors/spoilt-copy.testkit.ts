import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { newDataFolder } from './running-system.testkit.js';

/** A copy of a data folder in which something has been changed behind the system's back. */
export function spoiltCopy(dataFolder: string, sql: string): ReturnType<typeof newDataFolder> {
  const copy = newDataFolder();
  cpSync(dataFolder, copy.path, { recursive: true });
  const program = `new (require('node:sqlite').DatabaseSync)(process.argv[1]).exec(process.argv[2])`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', program, join(copy.path, 'charter.db'), sql]);
  if (status !== 0) throw new Error(String(stderr));
  return copy;
}
