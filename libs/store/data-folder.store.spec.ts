import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderInUse, lockDataFolder, type FolderOwner } from './data-folder.store.js';

const someone: FolderOwner = { pid: 4711, host: 'elsewhere', started: '2026-04-01T09:00:00.000Z' };

/** What taking the folder ends with. */
function refusal(folder: string): unknown {
  try {
    lockDataFolder(folder).release();
    return null;
  } catch (error) {
    return error;
  }
}

let folder: string;
const ownerInFile = (): unknown => JSON.parse(readFileSync(join(folder, 'charter.owner.json'), 'utf8'));

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'charter-lock-')), 'data');
});
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true });
});

describe('a data folder’s lock', () => {
  it('is taken once, names its owner, and is free when given back', () => {
    const lock = lockDataFolder(folder, someone);
    expect(ownerInFile()).toEqual(someone);
    const error = refusal(folder);
    expect(error).toBeInstanceOf(FolderInUse);
    expect(error).toMatchObject({ code: 'folder-in-use', retriable: false, folder, owner: someone });
    expect(String(error)).toContain('process 4711 on elsewhere since 2026-04-01T09:00:00.000Z');
    lock.release();
    lock.release();
    expect(refusal(folder)).toBeNull();
  });

  it('names this process unless told otherwise', () => {
    const lock = lockDataFolder(folder);
    expect(ownerInFile()).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it('holds although the owner’s name cannot be read', () => {
    const lock = lockDataFolder(folder, someone);
    writeFileSync(join(folder, 'charter.owner.json'), '{');
    expect(refusal(folder)).toMatchObject({ code: 'folder-in-use', owner: null });
    lock.release();
  });

  it('is not held by a name alone', () => {
    lockDataFolder(folder, someone).release();
    writeFileSync(join(folder, 'charter.owner.json'), JSON.stringify(someone));
    expect(refusal(folder)).toBeNull();
  });
});

describe('a data folder held by another process', () => {
  let programme: string;
  let holder: ChildProcess;

  beforeAll(() => {
    programme = mkdtempSync(join(tmpdir(), 'charter-holder-'));
    for (const module of ['data-folder.store', 'sqlite-transaction.store']) {
      const { code } = transformFileSync(join(import.meta.dirname, `${module}.ts`), {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
      });
      writeFileSync(join(programme, `${module}.js`), code);
    }
    writeFileSync(join(programme, 'package.json'), '{"type":"module"}');
    writeFileSync(
      join(programme, 'holder.js'),
      `import { lockDataFolder } from './data-folder.store.js';
       lockDataFolder(process.argv[2]);
       await new Promise((resolve) => setTimeout(resolve, 5));
       globalThis.gc();
       console.log('held');
       setInterval(() => undefined, 1000);`,
    );
  });
  afterAll(() => rmSync(programme, { recursive: true }));

  beforeEach(async () => {
    holder = spawn(process.execPath, ['--expose-gc', join(programme, 'holder.js'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder, 'spawn');
    if (holder.stdout !== null) await once(holder.stdout, 'data');
  });
  afterEach(() => {
    holder.kill('SIGKILL');
  });

  it('is refused while that lives, and taken over at once when it has been killed', async () => {
    expect(refusal(folder)).toMatchObject({ code: 'folder-in-use', owner: { pid: holder.pid } });
    expect(refusal(folder)).toMatchObject({ code: 'folder-in-use' });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(ownerInFile()).toMatchObject({ pid: holder.pid });
    const lock = lockDataFolder(folder);
    expect(ownerInFile()).toMatchObject({ pid: process.pid });
    lock.release();
  });
});
