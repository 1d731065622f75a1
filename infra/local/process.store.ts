import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StackFailed } from './stack-failure.rule.js';

/** What is kept of a server that was started, in a file beside its data folder. */
export interface StartedProcess {
  readonly pid: number;
  readonly port: number;
  /** When it was started, ISO 8601. */
  readonly since: string;
}

export interface LiveProcess extends StartedProcess {
  readonly residentBytes: number;
}

export function logFileOf(dataFolder: string): string {
  return `${dataFolder}.log`;
}

export function remember(dataFolder: string, started: StartedProcess): void {
  writeFileSync(fileOf(dataFolder), `${JSON.stringify(started)}\n`);
}

export function forget(dataFolder: string): void {
  rmSync(fileOf(dataFolder), { force: true });
}

/**
 * The process that was started on a data folder, if it still runs. A process id that another program has by now is known
 * by a command line that does not name the folder.
 */
export function processOn(dataFolder: string): LiveProcess | null {
  if (!existsSync(fileOf(dataFolder))) return null;
  const started = JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as StartedProcess;
  const listed = listProcesses('rss=,args=', '-p', String(started.pid));
  if (!listed.includes(`${dataFolder}/`)) return null;
  return { ...started, residentBytes: Number.parseInt(listed, 10) * 1024 };
}

/** Ids of all processes whose command line names something in a folder. */
export function processesNaming(folder: string): readonly number[] {
  const lines = listProcesses('pid=,args=', '-e').split('\n');
  return lines.filter((line) => line.includes(`${folder}/`)).map((line) => Number.parseInt(line, 10));
}

/** Sends a signal to a process, which may have ended meanwhile. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function listProcesses(columns: string, ...which: readonly string[]): string {
  const { error, stdout } = spawnSync('ps', ['-ww', '-o', columns, ...which], { encoding: 'utf8' });
  if (error === undefined) return stdout;
  throw new StackFailed('ps-missing', 'No ps was found. On Debian: apt-get install procps');
}

function fileOf(dataFolder: string): string {
  return `${dataFolder}.process.json`;
}
