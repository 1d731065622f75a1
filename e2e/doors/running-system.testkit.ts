import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const startsWithin = 30_000;

/** A system in a process of its own, as `npm start` starts it. */
export interface RunningSystem {
  readonly url: string;
  readonly process: ChildProcess;
  /** Asks it to stop; answers its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Waits until it has ended by itself; answers its exit code, `null` where a signal ended it. */
  readonly ended: () => Promise<number | null>;
  /** What it has written so far. */
  readonly told: () => string;
}

/** A data folder that is removed by `remove`. */
export function newDataFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'charter-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Starts a system on a data folder and a free port; with its demo on, and with further settings, if that is asked for. */
export function startSystem(
  dataFolder: string,
  demo: 'on' | 'off' = 'off',
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningSystem> {
  const script = 'dist/services/standalone/main.js';
  return startProgram(script, { CHARTER_DATA: dataFolder, CHARTER_DEMO: demo, ...settings });
}

/**
 * Starts a program of the build that listens, on a free port, with these settings and no others.
 *
 * @param under a command that becomes the program in the end, such as a shell that sets limits
 */
export async function startProgram(
  script: string,
  settings: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
  under: readonly string[] = [],
): Promise<RunningSystem> {
  const [command, ...args] = [...under, process.execPath, ...nodeOptions, script];
  const child = spawn(command, args, {
    env: { ...withoutSettings(process.env), CHARTER_PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  const url = await addressToldBy(child, stdout, stderr);
  return {
    url,
    process: child,
    told: () => `${stdout()}${stderr()}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended: async () => {
      await ended;
      return child.exitCode;
    },
  };
}

/** What a command printed and how it ended. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `charter …` to its end on a data folder; `settings` beside those that every test has. */
export async function runCharter(
  dataFolder: string,
  args: readonly string[],
  input?: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const child = startCharter(dataFolder, args, settings);
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  child.stdin?.end(input ?? '');
  await once(child, 'close');
  return { code: child.exitCode, stdout: stdout(), stderr: stderr() };
}

/** Starts `charter …` without waiting for it. */
export function startCharter(
  dataFolder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, ['dist/services/cli/main.js', ...args], {
    env: { ...environmentFor(dataFolder), ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function environmentFor(dataFolder: string): NodeJS.ProcessEnv {
  return { ...withoutSettings(process.env), CHARTER_DATA: dataFolder, CHARTER_PORT: '0', CHARTER_DEMO: 'off' };
}

function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !name.startsWith('CHARTER_') && name !== 'NODE_OPTIONS');
  return Object.fromEntries(kept);
}

function textOf(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}

async function addressToldBy(child: ChildProcess, stdout: () => string, stderr: () => string): Promise<string> {
  const deadline = Date.now() + startsWithin;
  while (Date.now() < deadline && child.exitCode === null) {
    const address = /listens on (http:\S+)/.exec(stdout())?.[1];
    if (address !== undefined) return address.replace('[::1]', '127.0.0.1');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGKILL');
  throw new Error(`the system did not start: ${stdout()}${stderr()}`);
}
