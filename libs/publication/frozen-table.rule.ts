import type { AggregateRow } from './aggregate-row.fact.js';
import { differencesBetween } from './differences.rule.js';
import type { ReleaseTable } from './release.fact.js';
import { markRevisions } from './revisions.rule.js';

/**
 * A table of a new release: its rows, marked `r` where they differ from the same table of the release it supersedes, and
 * the list of what changed. `null`: the first release of the year, in which nothing is revised.
 */
export function frozenTable(rows: readonly AggregateRow[], superseded: ReleaseTable | null): ReleaseTable {
  const earlier = superseded?.rows ?? [];
  const marked = markRevisions(rows.map(withUnicodeText), earlier);
  return { rows: marked, changes: superseded === null ? [] : differencesBetween(earlier, marked) };
}

/** Texts come from outside; a lone surrogate in one has no canonical JSON. */
function withUnicodeText(row: AggregateRow): AggregateRow {
  return { ...row, text: row.text?.toWellFormed() ?? null };
}
