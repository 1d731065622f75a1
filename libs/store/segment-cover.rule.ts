/** The checkpoint numbers that a segment covers, both inclusive. */
export interface CoveredRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Segments that cover the checkpoints from `number` on without overlap or gap, in order, none reaching beyond `upTo`.
 *
 * A segment that lies inside a longer one counts for nothing: it has been merged, or a stale writer inserted it
 * afterwards. So of several that begin at the same number the longest is taken. The cover ends at the first gap; it is
 * empty where `number` lies in the middle of a segment.
 */
export function coverOf<T extends CoveredRange>(segments: readonly T[], number: number, upTo = Infinity): readonly T[] {
  const cover: T[] = [];
  let next = number;
  for (const segment of outermost(segments)) {
    if (segment.first < next) continue;
    if (segment.first > next || segment.last > upTo) break;
    cover.push(segment);
    next = segment.last + 1;
  }
  return cover;
}

/** Whether some of the segments, side by side, make up exactly this range. */
export function isCovered(segments: readonly CoveredRange[], { first, last }: CoveredRange): boolean {
  return coverOf(segments, first).some((segment) => segment.last === last);
}

/** Those that lie inside no other, by first number. */
function outermost<T extends CoveredRange>(segments: readonly T[]): readonly T[] {
  const longestFirst = segments.toSorted((a, b) => a.first - b.first || b.last - a.last);
  let reached = -1;
  return longestFirst.filter(({ last }) => {
    const inside = last <= reached;
    reached = Math.max(reached, last);
    return !inside;
  });
}
