import type { AggregateRow } from './aggregate-row.fact.js';
import { byKey } from './differences.rule.js';

const FIGURES = ['value', 'numerator', 'denominator', 'text'] as const satisfies readonly (keyof AggregateRow)[];

/**
 * The rows of a new release, marked `r` where what they show was published before as something else. A row that was not
 * there is new, not revised; the marks of `published` itself say nothing about `rows`.
 */
export function markRevisions(
  rows: readonly AggregateRow[],
  published: readonly AggregateRow[],
): readonly AggregateRow[] {
  const earlier = byKey(published);
  return [...byKey(rows)].map(([key, row]) => {
    const before = earlier.get(key);
    const status = row.status.filter((mark) => mark !== 'r');
    const revised = before !== undefined && FIGURES.some((member) => before[member] !== row[member]);
    return { ...row, status: revised ? [...status, 'r'] : status };
  });
}
