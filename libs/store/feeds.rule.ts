import type { FeedSeen } from './engine-store.port.js';

export type Feeds = Readonly<Record<string, FeedSeen>>;

/** What has been seen of each fact in two ranges of the log together. Commutative and associative. */
export function feedsTogether(a: Feeds, b: Feeds): Feeds {
  const together: Record<string, FeedSeen> = { ...a };
  for (const [fact, seen] of Object.entries(b)) {
    const known = together[fact];
    together[fact] =
      known === undefined
        ? seen
        : {
            first: Math.min(known.first, seen.first),
            last: Math.max(known.last, seen.last),
            count: known.count + seen.count,
          };
  }
  return together;
}
