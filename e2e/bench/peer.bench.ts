import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Measurement } from './measurement.fact.js';
import { peerAccountIn } from './peer-account.parser.js';

const run = promisify(execFile);

/** The part that other parts are compared with. */
export const PEER = 'peer';

/** Runs a shell command with the file's path as its last argument, and takes its own account of how fast it was. */
export async function measurePeer(
  command: string,
  file: string,
  stopping: AbortSignal,
): Promise<Omit<Measurement, 'run'>> {
  const loadBefore = loadavg()[0] ?? 0;
  const { stdout } = await run('sh', ['-c', `${command} "$0"`, resolve(file)], {
    signal: stopping,
    maxBuffer: 1 << 26,
  });
  return { part: PEER, loadBefore, ...peerAccountIn(stdout), storeCpuSeconds: null };
}
