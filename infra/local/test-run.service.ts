import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBroker } from './broker.service.js';
import { environmentOf } from './environment.codec.js';
import { processesNaming, sendSignal } from './process.store.js';
import { startStore } from './store-server.service.js';

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/**
 * Runs the tests named `*.stack.ts` on a stack of their own: free ports and an empty folder, which is also where they make
 * temporary files. Whatever comes of the tests, every server in that folder is ended and the folder removed.
 *
 * @param stopped ends the tests early
 * @returns the exit code of jest
 */
export async function testOnStack(checkout: string, args: readonly string[], stopped: AbortSignal): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'charter-stack-'));
  try {
    const [broker, store] = await Promise.all([
      startBroker({ dataFolder: join(folder, 'broker'), port: 0 }, checkout),
      startStore({ dataFolder: join(folder, 'store'), port: 0 }, checkout),
    ]);
    const environment = { ...environmentOf({ brokers: broker.brokers, url: store.url }), TMPDIR: folder };
    return await exitCodeOfJest(checkout, args, environment, stopped);
  } finally {
    await endEverythingIn(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function endEverythingIn(folder: string): Promise<void> {
  for (let left = processesNaming(folder); left.length > 0; left = processesNaming(folder)) {
    for (const pid of left) sendSignal(pid, 'SIGKILL');
    await sleep(100);
  }
}

function exitCodeOfJest(
  checkout: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve) => {
    spawn(process.execPath, [...jest, '--config', 'jest.stack.config.js', ...args], {
      cwd: checkout,
      env: { ...process.env, ...environment },
      stdio: 'inherit',
      signal,
    })
      .on('error', (error) => {
        if (error.name !== 'AbortError') resolve(1);
      })
      .once('exit', (code) => resolve(code ?? 1));
  });
}
