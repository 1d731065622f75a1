import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireMavenAndCompiler } from './java-tools.service.js';
import { StackFailed } from './stack-failure.rule.js';

/** Where the stack keeps everything that it fetched, below the checkout's root. */
export const stackFolder = '.stack';

const source = join('infra', 'local');

/**
 * Class path of the stack's programs. Where pom.xml or the Java source is new, Maven fetches and compiles first, beside
 * the old; the finished folder takes its name at once, so that two who fetch at the same time do no harm.
 *
 * @param checkout root of the checkout, which holds `infra/local`
 * @throws StackFailed `maven-missing`, `java-missing` or `fetch-failed`
 */
export function classPathOfStack(checkout: string): string {
  const folder = folderOf(checkout);
  if (!existsSync(folder)) fetchInto(folder, checkout);
  return `${join(folder, 'classes')}:${join(folder, 'lib', '*')}`;
}

/** Whether nothing has to be fetched. */
export function jarsAreThere(checkout: string): boolean {
  return existsSync(folderOf(checkout));
}

function folderOf(checkout: string): string {
  const hash = createHash('sha256');
  for (const file of ['pom.xml', 'StoreServer.java']) hash.update(readFileSync(join(checkout, source, file)));
  return join(checkout, stackFolder, `jars-${hash.digest('hex').slice(0, 12)}`);
}

function fetchInto(folder: string, checkout: string): void {
  requireMavenAndCompiler();
  mkdirSync(join(checkout, stackFolder), { recursive: true });
  const fetched = mkdtempSync(`${folder}-`);
  const goals = ['dependency:copy-dependencies', 'compiler:compile'];
  const options = ['--quiet', '--batch-mode', '--no-transfer-progress', '--file', join(checkout, source, 'pom.xml')];
  const { status, stdout, stderr } = spawnSync('mvn', [...options, `-Dstack.folder=${fetched}`, ...goals], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    rmSync(fetched, { recursive: true, force: true });
    throw new StackFailed('fetch-failed', `Maven could not fetch the stack:\n${stdout}${stderr}`);
  }
  if (existsSync(folder)) rmSync(fetched, { recursive: true });
  else renameSync(fetched, folder);
}
