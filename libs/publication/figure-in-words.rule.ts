import type { Status } from '../measures/figures/observe.measure.js';
import type { AggregateRow } from './aggregate-row.fact.js';

/** What stands where a figure is missing. */
const MISSING: Partial<Record<Status, string>> = {
  c: 'suppressed [c]',
  x: 'not available [x]',
  z: 'not applicable [z]',
};

/** A row's value with its unit: `91.3%`, `12 working days`, `suppressed [c]`. */
export function valueInWords({ value, unit, status }: AggregateRow, decimals = 1): string {
  if (value !== null) return quantityInWords(value, unit, decimals);
  const mark = status.find((one) => MISSING[one] !== undefined);
  return (mark === undefined ? undefined : MISSING[mark]) ?? 'no figure';
}

/** How much a value moved: `0.7 percentage points`, `3 claims`; never with a sign. */
export function distanceInWords(size: number, unit: string | null, decimals = 1): string {
  if (unit !== 'proportion') return quantityInWords(Math.abs(size), unit, decimals);
  const points = written(Math.abs(size) * 100, decimals);
  return `${points} percentage ${points === '1' ? 'point' : 'points'}`;
}

function quantityInWords(quantity: number, unit: string | null, decimals: number): string {
  if (unit === 'proportion') return `${written(quantity * 100, decimals)}%`;
  const number = written(quantity, decimals);
  return unit === null ? number : `${number} ${number === '1' ? unit.replace(/s$/, '') : unit}`;
}

/** Rounded to at most so many decimals, thousands apart by commas. */
function written(quantity: number, decimals: number): string {
  const rounded = String(Number(Number(quantity.toPrecision(12)).toFixed(decimals)));
  const [whole = '', fraction] = rounded.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
