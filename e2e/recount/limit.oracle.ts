import type { Day } from './day.oracle.js';

export interface Settled {
  readonly day: Day;
  readonly met: boolean;
}

/**
 * When and how an item with a due day settles: met on its end day if that is not after due, missed on the
 * day after due if not. `undefined` while that day has not come by the end of day `asOf`.
 */
export function settle(due: Day, end: Day | undefined, asOf: Day): Settled | undefined {
  const settled = end !== undefined && end <= due ? { day: end, met: true } : { day: due + 1, met: false };
  return settled.day <= asOf ? settled : undefined;
}
