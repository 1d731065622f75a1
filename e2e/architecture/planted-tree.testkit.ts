import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that the tests belong to. */
export const checkout = fileURLToPath(new URL('../../', import.meta.url));

/** Files by path, relative to the top of a tree. */
export type Tree = Readonly<Record<string, string>>;

/** A folder of its own that imitates the checkout: some of its files, and others planted. */
export class PlantedTree {
  readonly folder = mkdtempSync(join(tmpdir(), 'planted-'));

  copy(...names: readonly string[]): this {
    for (const name of names) cpSync(join(checkout, name), join(this.folder, name));
    return this;
  }

  link(name: string): this {
    symlinkSync(join(checkout, name), join(this.folder, name));
    return this;
  }

  plant(tree: Tree): this {
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
    return this;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** Runs a tool of the checkout in a folder; what it prints, whether it found fault or not. */
export function printedBy(tool: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 64 * 2 ** 20 };
    execFile(process.execPath, [join(checkout, 'node_modules', tool), ...args], options, (error, stdout, stderr) => {
      if (stdout === '') reject(error ?? new Error(stderr));
      else resolve(stdout);
    });
  });
}
