import type { AggregateRow } from '../aggregate-row.fact.js';
import { classificationInWords, classificationOf } from '../classification.rule.js';
import { byKey } from '../differences.rule.js';
import type { Release, TableName } from '../release.fact.js';

/** A row as a download shows it. */
export interface ReleasedRow extends AggregateRow {
  /** By how much the value grew since the release before; `null` where it is not revised or that cannot be said. */
  readonly revision: number | null;
  /** In words. */
  readonly classification: string;
}

/** The rows of one table of a release, in its order. */
export function releasedRows(release: Release, table: TableName): readonly ReleasedRow[] {
  const { rows, changes } = release[table];
  const sizes = new Map(changes.filter(({ members }) => members.includes('value')).map(({ key, size }) => [key, size]));
  const { synthetic } = release;
  return [...byKey(rows)].map(([key, row]) => ({
    ...row,
    revision: sizes.get(key) ?? null,
    classification: classificationInWords(
      classificationOf({ status: row.status, whileLive: 'management information', release, synthetic }),
    ),
  }));
}
