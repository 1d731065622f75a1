import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { wilsonInterval } from '../../libs/measures/figures/wilson.measure.js';
import { csvLines } from '../../libs/publication/downloads/csv.testkit.js';
import { releaseFiles } from '../../libs/publication/downloads/release-files.rule.js';
import { sheetsIn } from '../../libs/publication/ods/ods.testkit.js';
import { anyRow, everyKindOfRow, releaseOf, seed } from '../../libs/publication/publication.testkit.js';

/** All sheets, each to a file of its own; texts in quotes, numbers as they are and not as shown. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1';

/** Rows of all kinds of texts, with figures as they are measured. */
const anyMeasuredRow = fc.tuple(anyRow, fc.nat(5_000), fc.integer({ min: 5_000, max: 90_000 })).map(([row, n, of]) => ({
  ...row,
  value: n / of,
  numerator: n,
  denominator: of,
  interval: wilsonInterval(n, of),
}));

/** LibreOffice writes numbers into CSV with 15 digits. */
const isAlmost = (found: number, written: number): boolean => Math.abs(found - written) <= Math.abs(written) * 1e-14;

describe('a spreadsheet of a release, opened in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
  const rows = [...everyKindOfRow, ...fc.sample(anyMeasuredRow, { seed, numRuns: 100 })];
  const ods = releaseFiles(releaseOf(rows), 'published').find(({ name }) => name.endsWith('.ods'));
  if (ods === undefined) throw new Error('no spreadsheet');
  const { name, bytes } = ods;
  const stem = basename(name, '.ods');

  const convert = (to: string, outFolder: string): void => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const options = [profile, '--headless', '--convert-to', to, '--outdir', outFolder, join(folder, name)];
    execFileSync('soffice', options, { stdio: 'pipe', timeout: 120_000 });
  };

  beforeAll(() => {
    writeFileSync(join(folder, name), bytes);
    convert(EVERY_SHEET, join(folder, 'csv'));
    convert('ods', join(folder, 'again'));
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the sheets that were written', () => {
    expect(readdirSync(join(folder, 'csv')).sort()).toEqual(
      sheetsIn(bytes)
        .map((sheet) => `${stem}-${sheet.name}.csv`)
        .sort(),
    );
  });

  it.each(sheetsIn(bytes))('has every value that was written: $name', (sheet) => {
    const csv = readFileSync(join(folder, 'csv', `${stem}-${sheet.name}.csv`), 'utf8').replace(/(?<!\r)\n/g, '\r\n');
    const read = csvLines(csv);
    const width = Math.max(...sheet.rows.map((row) => row.length));
    const written = sheet.rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
    expect(read.length).toBe(written.length);
    written.forEach((cells, line) =>
      cells.forEach((cell, column) => {
        const found = (read[line]?.[column] ?? '').replaceAll('\r\n', '\n');
        const agrees = typeof cell === 'number' ? isAlmost(Number(found), cell) : found === cell;
        expect([line, column, found, agrees]).toEqual([line, column, agrees ? found : cell, true]);
      }),
    );
  });

  it('has its tables marked up', () => {
    const content = strFromU8(unzipSync(readFileSync(join(folder, 'again', name)))['content.xml'] ?? new Uint8Array());
    const marked = [...content.matchAll(/<table:database-range table:name="([^"]+)"/g)].map(([, range]) => range);
    expect(marked.sort()).toEqual(
      ['about', 'contents', 'definitions', 'measures', 'notes', 'revisions'].map((table) => `Table_${table}`),
    );
    expect(content).not.toContain('table:formula');
  });
});
