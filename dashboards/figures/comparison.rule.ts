import type { Interval, Kind } from '../query-client/answers.fact.js';
import { isShare } from './units.words.js';

/**
 * How a figure compares with the one before.
 * - `more`, `less`: as shown, and of proportions beyond what chance explains
 * - `same`: alike as shown, or so near that the difference means nothing
 * - `unclear`: proportions that differ, but not beyond what chance explains
 */
export type Comparison = 'more' | 'less' | 'same' | 'unclear';

/** A value with how it is shown. */
export interface Shown {
  readonly value: number;
  readonly text: string;
  readonly interval: Interval | null;
}

/** Proportions nearer than this, and other values by this part of the one before, are about the same. */
const NEAR = 0.02;

/** How `latest` compares with `before`. Proportions have changed only where their intervals do not overlap. */
export function compared(kind: Kind, latest: Shown, before: Shown): Comparison {
  if (latest.text === before.text) return 'same';
  const direction = latest.value > before.value ? 'more' : 'less';
  const difference = Math.abs(latest.value - before.value);
  if (!isShare(kind)) return difference <= NEAR * before.value ? 'same' : direction;
  if (isApart(latest.interval, before.interval)) return direction;
  return difference <= NEAR ? 'same' : 'unclear';
}

function isApart(a: Interval | null, b: Interval | null): boolean {
  return a !== null && b !== null && (a.low > b.high || b.low > a.high);
}
