import type { ListedRelease } from '../../query-client/releases.fact.js';

/**
 * The release that stands for the last year published; `null` where there is none. A correction of an earlier year is made
 * later, but it is not the last year's.
 */
export function lastRelease(releases: readonly ListedRelease[]): ListedRelease | null {
  return releases.filter(({ supersededBy }) => supersededBy === null).toSorted(lastFirst)[0] ?? null;
}

function lastFirst(a: ListedRelease, b: ListedRelease): number {
  return a.year === b.year ? orderOf(b.madeAt, a.madeAt) : orderOf(b.year, a.year);
}

function orderOf(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
