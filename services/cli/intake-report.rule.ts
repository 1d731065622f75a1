import type { Refusal } from '../../libs/events/refusal.fact.js';

/** A line that was not taken, and why. */
export interface RefusedLine extends Pick<Refusal, 'code' | 'path' | 'detail'> {
  readonly line: number;
}

/** What became of the lines of a file. */
export interface IntakeReport {
  readonly accepted: number;
  readonly refused: readonly RefusedLine[];
}

export function describeRefusal({ line, code, path, detail }: RefusedLine): string {
  return `line ${String(line)}: ${code}${path === '' ? '' : ` at ${path}`}: ${detail}`;
}

export function describeReport({ accepted, refused }: IntakeReport): string {
  return `${grouped(accepted)} accepted, ${grouped(refused.length)} refused`;
}

/** A whole number with a comma between thousands. */
export function grouped(value: number): string {
  return value.toLocaleString('en-GB');
}
