import { isShare, type Measured, amountText, numberText } from '../figures/units.words.js';

/** A value as it was once known; `null`: there was none. */
type Known = number | null;

/** How a value moved between two moments: `up 0.5 percentage points`, `no change`. */
export function differenceText(measured: Measured, before: Known, after: Known): string {
  if (before === null && after === null) return 'no figure in either';
  if (before === null) return 'no figure before';
  if (after === null) return 'no figure after';
  if (before === after) return 'no change';
  const size = Math.abs(after - before);
  const way = after > before ? 'up' : 'down';
  if (!isShare(measured.kind)) return `${way} ${amountText(measured, size, false)}`;
  const points = numberText(size * 100);
  if (points === '0') return `${way} less than 0.1 percentage points`;
  return `${way} ${points} percentage ${points === '1' ? 'point' : 'points'}`;
}
