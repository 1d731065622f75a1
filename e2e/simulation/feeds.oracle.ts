import type { FeedSeen } from '../../libs/store/engine-store.port.js';
import type { Ledger } from './ledger.oracle.js';

/** How often and when each fact was recorded in a range of a partition, both ends included; what was quarantined is no fact. */
export function feedsOf(
  ledger: Ledger,
  partition: number,
  from: number,
  through: number,
): Readonly<Record<string, FeedSeen>> {
  const seen: Record<string, FeedSeen> = {};
  for (const { message, verdict, appendedAt } of ledger.entries(partition).slice(from, through + 1)) {
    if (typeof message.meaning === 'string' || (verdict !== 'applied' && verdict !== 'duplicate')) continue;
    const { fact, recorded } = message.meaning;
    const at = recorded ?? appendedAt;
    const { first = at, last = at, count = 0 } = seen[fact.name] ?? {};
    seen[fact.name] = { first: Math.min(first, at), last: Math.max(last, at), count: count + 1 };
  }
  return seen;
}

/** Members as text, whatever the order in which they stand. */
export function inOrder(members: object): string {
  return JSON.stringify(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}
