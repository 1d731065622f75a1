/** Counts are shown to the nearest multiple of this. Source: contract, interfaces, "Controlled". */
const STEP = 5;
/** Medians and 90th percentiles are shown from this many on. */
export const LEAST_FOR_MIDDLE = 20;

/** A count to the nearest 5; 0 stays 0. */
export function toNearestFive(count: number): number {
  return Math.floor((count + Math.floor(STEP / 2)) / STEP) * STEP;
}

/** A proportion in whole per cents, still as a proportion: 0.89. */
export function toWholePercent(proportion: number): number {
  return Math.round(proportion * 100) / 100;
}

/** What can be told of counts that are shown. */
export interface Looks {
  /** The smallest count but 0 that may be shown. */
  readonly small: number;
  /** Whether the answer also tells if the count is below 20, as it does where that decides if there is a median. */
  readonly tellsTwenty: boolean;
}

/** Counts look alike where this number is the same: 0, too small, or rounded to one number and on one side of 20. */
export function lookOf(count: number, { small, tellsTwenty }: Looks): number {
  if (count === 0) return 0;
  if (count < small) return 1;
  const rounded = toNearestFive(count);
  return tellsTwenty && rounded === LEAST_FOR_MIDDLE && count < LEAST_FOR_MIDDLE ? LEAST_FOR_MIDDLE - 1 : rounded;
}
