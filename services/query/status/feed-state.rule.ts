import type { FeedSeen } from '../../../libs/store/engine-store.port.js';

export type FeedState = 'normal' | 'quiet';

const DAY = 86_400_000;
const LEAST_SILENCE = 3 * DAY;
/** So many times its usual interval a feed may be silent. */
const INTERVALS = 10;
/** A feed seen less often has no usual interval. */
const FEWEST_SEEN = 5;

/**
 * Whether a feed has gone quiet at the moment `now`, in milliseconds: silent for more than three days and for more than ten
 * times its mean interval. One that was never seen is quiet; one seen less than five times cannot be judged and is normal.
 */
export function feedStateAt(now: number, seen: FeedSeen | undefined): FeedState {
  if (seen === undefined) return 'quiet';
  if (seen.count < FEWEST_SEEN) return 'normal';
  const meanInterval = (seen.last - seen.first) / (seen.count - 1);
  return now - seen.last > Math.max(LEAST_SILENCE, INTERVALS * meanInterval) ? 'quiet' : 'normal';
}
