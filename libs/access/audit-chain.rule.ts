import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit.port.js';

/** A line of the audit log. */
export interface AuditLine {
  /** From 1 up, without a gap. */
  readonly number: number;
  /** JSON text of the entry. */
  readonly entry: string;
  /** Digest of the line before it; `FIRST_PREVIOUS` for the first. */
  readonly previous: string;
  /** SHA-256, hex, over number, previous and entry: no line can be changed, left out or put in without every later one. */
  readonly digest: string;
}

/** What stands before the first line. */
export const FIRST_PREVIOUS = '0'.repeat(64);

/** The line that follows `last`, `null` before the first. */
export function lineAfter(last: AuditLine | null, entry: AuditEntry): AuditLine {
  const number = (last?.number ?? 0) + 1;
  const previous = last?.digest ?? FIRST_PREVIOUS;
  const text = JSON.stringify(entry);
  return { number, entry: text, previous, digest: digestOf(number, previous, text) };
}

/** How far a log has been read: where the next line must join on. */
export type ChainEnd = Pick<AuditLine, 'number' | 'digest'>;

export const CHAIN_START: ChainEnd = { number: 0, digest: FIRST_PREVIOUS };

/** What is wrong with the first line that does not join on to `end`, in words; `null` where each does. */
export function breachIn(lines: readonly AuditLine[], end: ChainEnd = CHAIN_START): string | null {
  let { number, digest } = end;
  for (const line of lines) {
    if (line.number !== number + 1) return `line ${number + 1} is missing`;
    if (line.previous !== digest) return `line ${line.number} does not follow from line ${number}`;
    if (line.digest !== digestOf(line.number, line.previous, line.entry)) return `line ${line.number} was changed`;
    ({ number, digest } = line);
  }
  return null;
}

function digestOf(number: number, previous: string, entry: string): string {
  return createHash('sha256').update(`${number}\n${previous}\n${entry}`).digest('hex');
}
