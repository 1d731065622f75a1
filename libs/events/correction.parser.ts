import type { FactCorrected } from './facts/fact-corrected/fact-corrected.fact.js';
import { readTime } from './moment.parser.js';
import type { Refusal } from './refusal.fact.js';
import { isRefusal, refusal } from './refusal.fact.js';
import { isContainer } from './structure.parser.js';

/**
 * Refuses what a correction's schema cannot judge: a time that no event could have at `now` (milliseconds), and numbers
 * too large to be written again. Whether its data fit the corrected fact is seen only where that fact is.
 */
export function correctionRefusal(correction: FactCorrected, now: number): Refusal | null {
  if (correction.time !== undefined) {
    const time = readTime(correction.time, '/data/time', now);
    if (isRefusal(time)) return time;
  }
  return hasFiniteNumbersOnly(correction.data)
    ? null
    : refusal('wrong-value', '/data/data', 'Every number must lie within the range of a double.');
}

function hasFiniteNumbersOnly(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return !isContainer(value) || Object.values(value).every(hasFiniteNumbersOnly);
}
