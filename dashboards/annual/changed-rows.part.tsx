import type { JSX } from 'preact';
import type { ReleasedRow } from '../query-client/releases.fact.js';
import { evidencesSideBySide } from '../scrutiny/compared-rows.story.js';
import { ComparedTable } from '../scrutiny/compared-table.part.js';
import type { MeasureNames } from './measure-names.rule.js';

interface Moment {
  readonly name: string;
  readonly rows: readonly ReleasedRow[];
}

interface ChangedRowsProps {
  readonly names: MeasureNames;
  readonly before: Moment;
  readonly after: Moment;
}

/** The rows that differ between two moments, side by side; a sentence where none does. */
export function ChangedRows({ names, before, after }: ChangedRowsProps): JSX.Element {
  const compared = evidencesSideBySide(
    [before, after],
    (row) => `${row.framework} ${row.title}: ${names.evidenceOf(row)}`,
    'Measure',
  );
  const rows = compared.rows.filter(({ change }) => change !== 'no change');
  if (rows.length === 0) return <p>Nothing has changed.</p>;
  return (
    <>
      <p>{rows.length === 1 ? '1 row has changed.' : `${rows.length} rows have changed.`}</p>
      <ComparedTable
        id="changed"
        caption={`${before.name} and ${after.name.toLowerCase()}`}
        compared={{ ...compared, rows }}
      />
    </>
  );
}
