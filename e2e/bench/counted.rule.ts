import type { Told } from './told.codec.js';

/** A topic has not been counted in a way that can be measured. */
export class NotMeasurable extends Error {}

/**
 * When the last partition had been counted to its end, in milliseconds since the epoch; `null` where some has not.
 *
 * @param told by each process, what it told
 * @param ends where each partition ends
 * @throws NotMeasurable where two processes have counted one partition: the group has changed meanwhile
 */
export function countedAt(told: readonly (readonly Told[])[], ends: readonly number[]): number | null {
  let latest = 0;
  for (const [partition, end] of ends.entries()) {
    const savings = told.map((one) => one.filter((word) => word.what === 'saved' && word.partition === partition));
    if (savings.filter((one) => one.length > 0).length > 1) {
      throw new NotMeasurable(`partition ${partition} has been counted by two processes`);
    }
    const last = savings.flat().find((word) => word.what === 'saved' && word.position >= end);
    if (end > 0 && last?.what !== 'saved') return null;
    if (last?.what === 'saved') latest = Math.max(latest, last.at);
  }
  return latest;
}
