import { unzipSync } from 'fflate';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guardedText } from '../formula-guard.codec.js';
import { anyText, seed } from '../publication.testkit.js';
import { elementsNamed } from '../xml.testkit.js';
import { columnLetters } from './content.codec.js';
import { ODS_MEDIA_TYPE, odsBytes } from './ods.codec.js';
import { partOf, sheetsIn } from './ods.testkit.js';
import type { Cell, Spreadsheet } from './sheet.fact.js';

/** A spreadsheet of one sheet with one table of these rows. */
function spreadsheetOf(rows: readonly (readonly Cell[])[]): Spreadsheet {
  const columns = [
    { heading: 'Text', width: 8 },
    { heading: 'Value (%)', width: 3.5 },
  ];
  const table = { name: 'Table_one', columns, rows };
  return {
    title: 'Title & <more>',
    madeAt: '2026-06-30T08:30:00Z',
    sheets: [
      { name: 'Cover', title: 'Cover', lines: ['A line'], table: null },
      { name: 'One', title: 'The one', lines: ['It has one table.', 'And a line.'], table },
    ],
  };
}

const anyCell = fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }));
const asRead = (cell: string | number): string | number =>
  typeof cell === 'number' ? cell + 0 : guardedText(cell).replace(/\r\n?/g, '\n').replaceAll('\t', ' ');

describe('a spreadsheet, by law', () => {
  it('reads back cell by cell', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, anyCell), { maxLength: 4 }), (rows) => {
        const [, one] = sheetsIn(odsBytes(spreadsheetOf(rows)));
        expect(one?.rows.slice(4)).toEqual(rows.map((row) => row.map(asRead)));
      }),
      { seed, numRuns: 60 },
    );
  });

  it('has the same bytes each time, and no moment of its own', () => {
    const bytes = Buffer.from(odsBytes(spreadsheetOf([['a', 1]])));
    expect(bytes.equals(odsBytes(spreadsheetOf([['a', 1]])))).toBe(true);
    // Midnight, on 1 January 1980.
    expect([bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([0, 0x21]);
  });

  it('never holds a formula, nor merged or repeated or empty cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyCell), { maxLength: 3 }), (rows) => {
        const content = partOf(odsBytes(spreadsheetOf(rows)), 'content.xml');
        const cells = elementsNamed('table:table-cell', content);
        const attributes = new Set(cells.flatMap((cell) => Object.keys(cell.attributes)));
        expect([...attributes].sort()).toEqual(expect.arrayContaining(['office:value-type', 'table:style-name']));
        expect([...attributes].filter((name) => /formula|spanned|repeated/.test(name))).toEqual([]);
        expect(elementsNamed('table:covered-table-cell', content)).toEqual([]);
        const texts = sheetsIn(odsBytes(spreadsheetOf(rows))).flatMap((sheet) => sheet.rows.flat());
        expect(texts.filter((text) => typeof text === 'string' && /^[=+\-@\t\r]/.test(text))).toEqual([]);
      }),
      { seed, numRuns: 40 },
    );
  });
});

describe('a spreadsheet, by example', () => {
  const bytes = odsBytes(spreadsheetOf([['a', 1]]));

  it('is a package that begins with its media type, stored and without extras', () => {
    const view = Buffer.from(bytes);
    expect(view.readUInt32LE(0)).toBe(0x04034b50);
    expect(view.readUInt16LE(8)).toBe(0);
    expect(view.readUInt16LE(28)).toBe(0);
    expect(view.subarray(30, 38).toString()).toBe('mimetype');
    expect(view.subarray(38, 38 + ODS_MEDIA_TYPE.length).toString()).toBe(ODS_MEDIA_TYPE);
  });

  it('lists its parts, and every one is well-formed', () => {
    const listed = elementsNamed('manifest:file-entry', partOf(bytes, 'META-INF/manifest.xml')).map(
      ({ attributes }) => attributes['manifest:full-path'],
    );
    expect(Object.keys(unzipSync(bytes))).toEqual(['mimetype', 'META-INF/manifest.xml', ...listed.slice(1)]);
    for (const path of ['meta.xml', 'styles.xml', 'content.xml']) {
      expect(partOf(bytes, path).attributes['office:version']).toBe('1.3');
    }
  });

  it('marks its table up as a range, from the headings to the last row', () => {
    const [range, ...others] = elementsNamed('table:database-range', partOf(bytes, 'content.xml'));
    expect(others).toEqual([]);
    expect(range?.attributes).toMatchObject({
      'table:name': 'Table_one',
      'table:target-range-address': 'One.A4:One.B5',
      'table:contains-header': 'true',
    });
    expect(sheetsIn(bytes)[1]?.rows.slice(3)).toEqual([
      ['Text', 'Value (%)'],
      ['a', 1],
    ]);
  });

  it('leads from one sheet to another', () => {
    const linked = partOf(odsBytes(spreadsheetOf([[{ text: 'Cover', sheet: 'Cover' }, 1]])), 'content.xml');
    expect(elementsNamed('text:a', linked)[0]).toMatchObject({
      attributes: { 'xlink:href': '#Cover' },
      children: ['Cover'],
    });
  });

  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ])('calls column %i %s', (n, letters) => {
    expect(columnLetters(n)).toBe(letters);
  });
});
