import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../digest.codec.js';
import { frozenTable } from '../frozen-table.rule.js';
import { guardedText } from '../formula-guard.codec.js';
import type { OutputFile } from '../manifest.fact.js';
import { sheetsIn } from '../ods/ods.testkit.js';
import { anyRows, everyKindOfRow, releaseOf, rowOf, seed } from '../publication.testkit.js';
import type { Release, TableName } from '../release.fact.js';
import { COLUMNS } from './columns.fact.js';
import { csvLines, rowRead } from './csv.testkit.js';
import { releaseFiles } from './release-files.rule.js';
import { releasedRows } from './released-rows.rule.js';

const fileOf = (release: Release, ending: string, table: TableName = 'published'): OutputFile => {
  const file = releaseFiles(release, table).find(({ name }) => name.endsWith(ending));
  if (file === undefined) throw new Error(`no ${ending}`);
  return file;
};
const textOf = (release: Release, ending: string, table: TableName = 'published'): string =>
  Buffer.from(fileOf(release, ending, table).bytes).toString();

/** Minus zero is zero in every format, and forbidden characters are replaced in CSV and ODS. */
const asRead = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? guardedText(value).replace(/^'/, '') : value === 0 ? 0 : value;
const plainly = (value: unknown): unknown => JSON.parse(JSON.stringify(value, asRead));

describe('the files of a release, by law', () => {
  it('are the same bytes from the same release, whatever the order of its members', () => {
    const release = releaseOf(everyKindOfRow);
    const again = Object.fromEntries(Object.entries(structuredClone(release)).reverse()) as unknown as Release;
    releaseFiles(again, 'exact').forEach((file, index) => {
      expect(Buffer.from(file.bytes).equals(releaseFiles(release, 'exact')[index]?.bytes ?? Buffer.of())).toBe(true);
    });
  });

  it('read back to the same rows from CSV', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const release = releaseOf(rows);
        const [header = [], ...lines] = csvLines(textOf(release, '.csv'));
        const read = lines.map((fields) =>
          rowRead(new Map(fields.map((field, index) => [header[index] ?? '', field]))),
        );
        const expected = releasedRows(release, 'published').map((row) =>
          row.text === '' ? { ...row, text: null } : row,
        );
        expect(read).toEqual(plainly(expected));
      }),
      { seed, numRuns: 60 },
    );
  });

  it('read back to the same rows from JSON, with their checksum', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const release = releaseOf(rows);
        const document = JSON.parse(textOf(release, '25.1.json'));
        expect(document.checksum).toBe(digestOf(document.rows));
        expect(document.rows).toEqual(JSON.parse(JSON.stringify(releasedRows(release, 'published'))));
      }),
      { seed, numRuns: 30 },
    );
  });

  it('have the same values in CSV and in ODS', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const release = releaseOf(rows);
        const [header = [], ...lines] = csvLines(textOf(release, '.csv'));
        const value = header.indexOf('value');
        const sheet = sheetsIn(fileOf(release, '.ods').bytes).find(({ name }) => name === 'Measures');
        const values = sheet?.rows.slice(4).map((cells) => cells[value]);
        expect(values?.map((cell) => (typeof cell === 'number' ? cell : null))).toEqual(
          lines.map((fields) => (fields[value] === '' ? null : Number(fields[value]))),
        );
      }),
      { seed, numRuns: 30 },
    );
  });
});

describe('the files of a release, by example', () => {
  const first = releaseOf(everyKindOfRow);
  const revised = frozenTable(
    [rowOf({ value: 0.9125, numerator: 73, denominator: 80 }), ...everyKindOfRow.slice(1)],
    first.published,
  );
  const second = releaseOf([], { id: '2024-25.2', supersedes: '2024-25.1', exact: revised, published: revised });
  const [measured] = everyKindOfRow;

  it('have names that say which table it is', () => {
    expect(releaseFiles(first, 'published').map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['charter-2024-25.1.json', 'application/json'],
      ['charter-2024-25.1.csv', 'text/csv; charset=utf-8; header=present'],
      ['charter-2024-25.1.csv-metadata.json', 'application/csvm+json'],
      ['charter-2024-25.1.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ]);
    expect(releaseFiles(first, 'exact').every(({ name }) => name.startsWith('charter-2024-25.1-exact.'))).toBe(true);
  });

  it('never mix the tables', () => {
    const exact = frozenTable([rowOf({ value: 0.123456 })], null);
    const published = frozenTable([rowOf({ value: 0.12 })], null);
    const release = releaseOf([], { exact, published });
    const sheets = JSON.stringify(sheetsIn(fileOf(release, '.ods').bytes));
    const texts = ['25.1.json', '.csv', '.csv-metadata.json'].map((ending) => textOf(release, ending));
    expect(
      [...texts, sheets].filter((text) => text.includes('0.123456') || text.includes(digestOf(exact.rows))),
    ).toEqual([]);
    expect(textOf(release, '.csv', 'exact')).toContain('0.123456');
  });

  it('say of each figure that it was revised, and by how much', () => {
    expect(csvLines(textOf(second, '.csv'))[1]?.slice(6)).toEqual([
      '0.9125',
      '73',
      '80',
      '0.8256',
      '0.9448',
      'proportion',
      'r',
      '0.0125',
      'Official statistic, released, final, synthetic data',
      '',
    ]);
    const revisions = sheetsIn(fileOf(second, '.ods').bytes).find(({ name }) => name === 'Revisions');
    expect(revisions?.rows.slice(2)).toEqual([
      ['1 row changed since release 2024-25.1.'],
      expect.arrayContaining(['Framework measure (id)', 'In words']),
      [
        'S2-M31',
        measured?.title,
        'decisions-in-time',
        'changed',
        0.9,
        0.9125,
        0.0125,
        'proportion',
        expect.stringContaining('went from 90% to 91.3%, up by 1.3 percentage points.'),
      ],
    ]);
  });

  it('mark what is missing, and leave no cell of the spreadsheet empty', () => {
    const sheets = sheetsIn(fileOf(first, '.ods').bytes);
    const valueOf = sheets
      .find(({ name }) => name === 'Measures')
      ?.rows.slice(4)
      .map((row) => [row[6], row[12]]);
    expect(valueOf).toEqual([
      [0.9, 'none'],
      [12.5, '[p]'],
      ['[c]', '[c]'],
      ['[z]', 'none'],
      ['[x]', '[x]'],
    ]);
    expect(sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell === '')).toEqual([]);
  });

  it('say on every sheet that the data are synthetic, and what the release is on the cover', () => {
    const sheets = sheetsIn(fileOf(first, '.ods').bytes);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Cover',
      'Contents',
      'Notes',
      'Measures',
      'Revisions',
      'Definitions',
    ]);
    expect(sheets.map(({ rows }) => rows[1])).toEqual(
      sheets.map(() => ['Synthetic data: no figure is about real people.']),
    );
    const cover = new Map(sheets[0]?.rows.slice(4).map(([what, details]) => [what, details]));
    expect(Object.fromEntries(cover)).toMatchObject({
      Year: '2024-25',
      State: 'final',
      Classification: 'Official statistic, released, final, synthetic data',
      'Known as of': '2026-06-29 (what was recorded up to the end of that day)',
      'Checksum of the rows': expect.stringContaining(digestOf(releasedRows(first, 'published'))),
    });
  });

  it('have headings that are unique in every sheet', () => {
    const headings = COLUMNS.map(({ heading }) => heading);
    expect(new Set(headings).size).toBe(headings.length);
    expect(new Set(COLUMNS.map(({ name }) => name)).size).toBe(COLUMNS.length);
  });

  it('describe the CSV by its own header', () => {
    const metadata = JSON.parse(textOf(first, '.csv-metadata.json'));
    expect(metadata['@context'][0]).toBe('http://www.w3.org/ns/csvw');
    expect(metadata.url).toBe('charter-2024-25.1.csv');
    expect(metadata.tableSchema.columns.map(({ titles }: { readonly titles: string }) => titles)).toEqual(
      csvLines(textOf(first, '.csv'))[0],
    );
  });
});
