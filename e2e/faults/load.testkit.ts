import { execFileSync } from 'node:child_process';

/** How many synthetic events, and which. */
export interface Load {
  readonly from?: string;
  readonly to?: string;
  /** Of the calibrated volumes: 0.001 is about 4,500 events a year. */
  readonly scale: number;
  readonly seed: number;
  /** With duplicates, disorder, corrections, withdrawals, conflicting ids and invalid lines. */
  readonly faults?: boolean;
}

/** Synthetic events, a JSON line each, as `charter generate` prints them. */
export function linesOf({
  from = '2025-04-01',
  to = '2026-03-31',
  scale,
  seed,
  faults = true,
}: Load): readonly string[] {
  const options = ['--from', from, '--to', to, '--scale', String(scale), '--seed', String(seed)];
  const args = ['dist/services/cli/main.js', 'generate', ...options, ...(faults ? ['--faults'] : [])];
  return execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
    .trimEnd()
    .split('\n');
}

/** How long a test takes: `short` before a change is taken, `long` where `FAULTS=long` says so. */
export function shortOrLong(short: number, long: number): number {
  return process.env['FAULTS'] === 'long' ? long : short;
}
