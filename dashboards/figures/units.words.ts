import type { Kind, MeasureHeading } from '../query-client/answers.fact.js';

/** What tells how a value is written. */
export type Measured = Pick<MeasureHeading, 'kind' | 'unit'>;

const MINUS = '\u2212';
const THOUSANDS = /\B(?=(\d{3})+$)/g;

/** Whether a kind's value is a proportion, from 0 to 1. */
export function isShare(kind: Kind): boolean {
  return kind === 'proportion' || kind === 'limit';
}

/** A number to at most one decimal, with commas between thousands: `1,234`, `20.5`. */
export function numberText(value: number): string {
  const [whole = '0', tenths = '0'] = Math.abs(value).toFixed(1).split('.');
  const digits = whole.replace(THOUSANDS, ',') + (tenths === '0' ? '' : `.${tenths}`);
  return value < 0 && digits !== '0' ? `${MINUS}${digits}` : digits;
}

/**
 * A proportion per cent: to one decimal, or whole where the counts were controlled. Only all is `100%` and only none is
 * `0%`; what would round to them stays on its side.
 */
export function shareText(value: number, isWhole: boolean): string {
  const all = isWhole ? 100 : 1_000;
  if (value <= 0) return '0%';
  if (value >= 1) return '100%';
  const rounded = Math.min(Math.max(Math.round(value * all), 1), all - 1);
  return isWhole ? `${rounded}%` : `${(rounded / 10).toFixed(1)}%`;
}

/** Seconds as a person would say them, to the second below an hour: `45 s`, `4 min 12 s`, `1 h 5 min`. */
export function durationText(seconds: number): string {
  const total = Math.round(seconds);
  if (total < 60) return `${total} s`;
  const minutes = Math.floor(total / 60);
  if (minutes < 60) return total % 60 === 0 ? `${minutes} min` : `${minutes} min ${total % 60} s`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A value as a table shows it, where the column names the unit. */
export function valueText({ kind, unit }: Measured, value: number, isWhole: boolean): string {
  if (isShare(kind)) return shareText(value, isWhole);
  return unit === 'seconds' ? durationText(value) : numberText(value);
}

/** A value as a sentence says it: `91.3%`, `20.5 working days`, `1 application`, `4 min 12 s`. */
export function amountText(measured: Measured, value: number, isWhole: boolean): string {
  const text = valueText(measured, value, isWhole);
  if (isShare(measured.kind) || measured.unit === 'seconds') return text;
  const plural = unitText(measured.unit);
  return `${text} ${text === '1' ? plural.replace(/s$/, '') : plural}`;
}

/** A value that was laid down rather than counted, without decimals that say nothing: `90%`, `99.5%`, `5 min`. */
export function aimText(measured: Measured, value: number): string {
  if (!isShare(measured.kind)) return amountText(measured, value, false);
  return `${numberText(value * 100)}%`;
}

/** A unit in plain words. */
export function unitText(unit: string): string {
  return unit === 'claims' ? 'applications' : unit;
}
