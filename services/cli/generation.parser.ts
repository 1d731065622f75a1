import { dayOf, parseDay, type Day } from '../../libs/calendars/local-date.calendar.js';

/** What is typed after `charter generate`. */
export interface GenerationOptions {
  readonly from: string;
  readonly to: string;
  readonly scale: string;
  readonly seed: string;
  readonly faults?: boolean;
}

/** Which synthetic events are asked for. */
export interface Generation {
  readonly from: Day;
  readonly to: Day;
  readonly scale: number;
  readonly seed: number;
  readonly faults: boolean;
}

/** Synthetic events cannot be made as they were asked for. */
export class GenerationRefused extends Error {
  readonly code = 'generation-refused';
  readonly retriable = false;
}

/** The first day of which facts may tell; the last before whose end due dates stay within the contract's. */
const EARLIEST = dayOf(2018, 1, 1);
const LATEST = dayOf(2097, 12, 31);

/** @throws GenerationRefused with what does not fit, one option a line */
export function readGeneration({ from, to, scale, seed, faults = false }: GenerationOptions): Generation {
  const first = readDay(from);
  const last = readDay(to);
  const size = scale.trim() === '' ? NaN : Number(scale);
  const whole = /^\d{1,15}$/.test(seed) ? Number(seed) : null;
  const complaints = [
    ...(first === null ? ['--from: must be a date, YYYY-MM-DD, from 2018 to 2097'] : []),
    ...(last === null ? ['--to: must be a date, YYYY-MM-DD, from 2018 to 2097'] : []),
    ...(first !== null && last !== null && last < first ? ['--to: must not be before --from'] : []),
    ...(size > 0 && size < Infinity ? [] : ['--scale: must be a number greater than 0']),
    ...(whole === null ? ['--seed: must be a whole number of at most 15 digits'] : []),
  ];
  if (first === null || last === null || whole === null || complaints.length > 0) {
    throw new GenerationRefused(complaints.join('\n'));
  }
  return { from: first, to: last, scale: size, seed: whole, faults };
}

function readDay(text: string): Day | null {
  const day = parseDay(text);
  return day === null || day < EARLIEST || day > LATEST ? null : day;
}
