import type { AggregateRow } from '../../../libs/publication/aggregate-row.fact.js';
import { COLUMNS } from '../../../libs/publication/downloads/columns.fact.js';
import { csvOf } from '../../../libs/publication/downloads/csv.codec.js';

/** Columns that only a release has. */
const OF_A_RELEASE = ['revision', 'classification'];
const columns = COLUMNS.filter(({ name }) => !OF_A_RELEASE.includes(name));

/** Rows as CSV, with the columns that a release of them has, as far as they are known before it is made. */
export function aggregatesCsv(rows: readonly AggregateRow[]): string {
  const cells = rows.map((row) => columns.map(({ cell }) => cell({ ...row, revision: null, classification: '' })));
  return csvOf([columns.map(({ name }) => name), ...cells]);
}
