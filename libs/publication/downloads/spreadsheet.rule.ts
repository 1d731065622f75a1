import type { Change } from '../differences.rule.js';
import { changeInWords, changesInWords } from '../differences-in-words.rule.js';
import type { Cell, Sheet, SheetColumn, Spreadsheet } from '../ods/sheet.fact.js';
import type { Release, TableName } from '../release.fact.js';
import type { AboutLine } from './about.rule.js';
import { COLUMNS, type Column } from './columns.fact.js';
import { markInBrackets, MARKS } from './marks.fact.js';
import type { ReleasedRow } from './released-rows.rule.js';

/** One table of a release as a spreadsheet: a cover, what is where, notes, then one table a sheet. */
export function releaseSpreadsheet(
  release: Release,
  table: TableName,
  rows: readonly ReleasedRow[],
  about: readonly AboutLine[],
): Spreadsheet {
  const title = about.find(({ what }) => what === 'Title')?.details ?? release.year;
  const tables = [measures(rows), revisions(release, release[table].changes), definitions(release)];
  const label = release.synthetic ? 'Synthetic data: no figure is about real people.' : null;
  const sheets = [cover(title, about), contents(tables), notes(), ...tables];
  const labelled = sheets.map((sheet) => (label === null ? sheet : { ...sheet, lines: [label, ...sheet.lines] }));
  return { title, madeAt: release.madeAt, sheets: labelled };
}

function cover(title: string, about: readonly AboutLine[]): Sheet {
  return {
    name: 'Cover',
    title,
    lines: ['What this spreadsheet is. It has one table.'],
    table: {
      name: 'Table_about',
      columns: columnsOf(['What', 6], ['Details', 24]),
      rows: about.map(({ what, details }) => [what, details]),
    },
  };
}

function contents(tables: readonly Sheet[]): Sheet {
  const notesRow = { name: 'Notes', title: 'Notes' };
  return {
    name: 'Contents',
    title: 'Contents',
    lines: ['The sheets that follow. It has one table.'],
    table: {
      name: 'Table_contents',
      columns: columnsOf(['Sheet', 6], ['What it holds', 24]),
      rows: [notesRow, ...tables].map(({ name, title }) => [{ text: name, sheet: name }, title]),
    },
  };
}

function notes(): Sheet {
  return {
    name: 'Notes',
    title: 'Notes',
    lines: [
      'Marks in the tables, and what they mean. It has one table.',
      'A proportion is between 0 and 1. Its interval describes chance variation between periods, not sampling.',
      'A proxy is related to a measure and does not count as evidence for it.',
      'A text that could be taken for a formula begins with an apostrophe.',
    ],
    table: {
      name: 'Table_notes',
      columns: columnsOf(['Mark', 3], ['Meaning', 24]),
      rows: MARKS.map(({ code, meaning }) => [markInBrackets(code), meaning]),
    },
  };
}

function measures(rows: readonly ReleasedRow[]): Sheet {
  return {
    name: 'Measures',
    title: 'Every measure of the framework and what stands for it',
    lines: ['One row for each measure and each evidence for it. Marks are explained in the notes. It has one table.'],
    table: {
      name: 'Table_measures',
      columns: COLUMNS,
      rows: rows.map((row) => COLUMNS.map((column) => cellOf(column, row))),
    },
  };
}

/** No cell is left empty: what is missing is marked, and why. */
function cellOf(column: Column, row: ReleasedRow): Cell {
  if (column.name === 'status') return row.status.length === 0 ? 'none' : row.status.map(markInBrackets).join(' ');
  const cell = column.cell(row);
  if (cell !== null && cell !== '') return cell;
  const isFigure = column.datatype === 'number' && column.name !== 'revision';
  if (isFigure && row.status.includes('c')) return markInBrackets('c');
  if (isFigure && (row.status.includes('x') || row.evidence.kind === 'gap')) return markInBrackets('x');
  return markInBrackets('z');
}

function revisions({ supersedes }: Release, changes: readonly Change[]): Sheet {
  const [summary = ''] = changesInWords(changes, supersedes).split('\n');
  const what: Readonly<Record<Change['kind'], string>> = { added: 'new', removed: 'gone', changed: 'changed' };
  const missing = markInBrackets('z');
  return {
    name: 'Revisions',
    title: 'What changed since the release before',
    lines: [summary],
    table: {
      name: 'Table_revisions',
      columns: columnsOf(
        ['Framework measure (id)', 4],
        ['Title', 8],
        ['Measured by (id)', 5],
        ['What happened', 3],
        ['Value before (in the unit of its row)', 4],
        ['Value after (in the unit of its row)', 4],
        ['Revision (in the unit of its row)', 4],
        ['Unit of the values', 3],
        ['In words', 16],
      ),
      rows: changes.map((change) => [
        change.framework,
        change.title,
        change.evidence.measure ?? change.evidence.kind,
        what[change.kind],
        change.before?.value ?? missing,
        change.after?.value ?? missing,
        change.size ?? missing,
        change.after?.unit ?? change.before?.unit ?? missing,
        changeInWords(change),
      ]),
    },
  };
}

function definitions({ definitions: hashes }: Release): Sheet {
  return {
    name: 'Definitions',
    title: 'Versions of the definitions',
    lines: ['The definitions that computed measures followed. It has one table.'],
    table: {
      name: 'Table_definitions',
      columns: columnsOf(['Measure (id)', 7], ['Version', 3], ['Hash of the definition (SHA-256)', 18]),
      rows: hashes.map(({ id, version, hash }) => [id, version, hash]),
    },
  };
}

function columnsOf(...columns: readonly (readonly [heading: string, width: number])[]): readonly SheetColumn[] {
  return columns.map(([heading, width]) => ({ heading, width }));
}
