import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A stretch of time in which the demo ran, milliseconds since 1970; both ends included. */
export interface Session {
  readonly from: number;
  readonly to: number;
}

/** What must be known of a demo to go on with it: everything else follows from it. */
export interface DemoRecord {
  /** Changes when the same record would no longer give the same events. */
  readonly version: 1;
  readonly seed: number;
  /** The day with which the history begins, as a day code. */
  readonly from: string;
  /** Every event recorded up to this moment is on the log, milliseconds since 1970. */
  readonly sentThrough: number;
  /** When it ran: what begins live did so only then. */
  readonly sessions: readonly Session[];
}

const fileName = 'demo.json';

/** Whether a data folder has a demo, be it one that this program can go on with or another. */
export function holdsDemo(dataFolder: string): boolean {
  return existsSync(join(dataFolder, fileName));
}

/** The demo of a data folder; `null` where there is none, or one that this program cannot go on with. */
export function readDemo(dataFolder: string): DemoRecord | null {
  if (!holdsDemo(dataFolder)) return null;
  const record = JSON.parse(readFileSync(join(dataFolder, fileName), 'utf8')) as { readonly version: number };
  return record.version === 1 ? (record as DemoRecord) : null;
}

/** Replaces the record whole, so that a crash leaves the one before or this one. */
export function writeDemo(dataFolder: string, record: DemoRecord): void {
  const path = join(dataFolder, fileName);
  writeFileSync(`${path}.new`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}
