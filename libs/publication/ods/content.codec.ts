import { guardedText } from '../formula-guard.codec.js';
import { ODF_ROOT } from './namespaces.fact.js';
import { paragraphs } from './paragraph.codec.js';
import type { Cell, Sheet, SheetTable, Spreadsheet } from './sheet.fact.js';
import { element, xmlDocument, xmlText } from './xml.codec.js';

/** The sheets of a spreadsheet as `content.xml`. */
export function contentXml({ sheets }: Spreadsheet): string {
  return xmlDocument(
    element(
      'office:document-content',
      ODF_ROOT,
      element('office:automatic-styles', {}, ...widthsOf(sheets).map(columnStyle)),
      element(
        'office:body',
        {},
        element(
          'office:spreadsheet',
          {},
          ...sheets.map(sheetXml),
          element('table:database-ranges', {}, ...sheets.map(rangeXml)),
        ),
      ),
    ),
  );
}

function widthsOf(sheets: readonly Sheet[]): readonly number[] {
  return [...new Set(sheets.flatMap(({ table }) => table?.columns.map(({ width }) => width) ?? []))];
}

function columnStyle(width: number): string {
  return element(
    'style:style',
    { 'style:name': columnStyleName(width), 'style:family': 'table-column' },
    element('style:table-column-properties', { 'style:column-width': `${width}cm` }),
  );
}

function columnStyleName(width: number): string {
  return `width-${width}`;
}

function sheetXml({ name, title, lines, table }: Sheet): string {
  const columns = table?.columns.map(({ width }) =>
    element('table:table-column', { 'table:style-name': columnStyleName(width) }),
  );
  return element(
    'table:table',
    { 'table:name': name },
    ...(columns ?? [element('table:table-column', {})]),
    rowXml([title], 'Title'),
    ...lines.map((line) => rowXml([line], 'Line')),
    ...(table === null ? [] : tableRows(table)),
  );
}

function tableRows({ columns, rows }: SheetTable): readonly string[] {
  const headings = columns.map(({ heading }) => heading);
  return [rowXml(headings, 'Heading'), ...rows.map((cells) => rowXml(cells, 'Text'))];
}

function rowXml(cells: readonly Cell[], style: string): string {
  return element('table:table-row', {}, ...cells.map((cell) => cellXml(cell, style)));
}

function cellXml(cell: Cell, style: string): string {
  const styled = { 'table:style-name': style };
  if (typeof cell === 'number') {
    const value = { 'office:value-type': 'float', 'office:value': String(cell) };
    return element('table:table-cell', { ...styled, ...value }, paragraphs(String(cell)));
  }
  const content = typeof cell === 'string' ? paragraphs(guardedText(cell)) : linkXml(cell.text, cell.sheet);
  return element('table:table-cell', { ...styled, 'office:value-type': 'string' }, content);
}

function linkXml(text: string, sheet: string): string {
  const link = { 'xlink:type': 'simple', 'xlink:href': `#${sheet}` };
  return element('text:p', {}, element('text:a', link, xmlText(guardedText(text))));
}

/** The table of a sheet as a range of the spreadsheet: the heading row and the rows below it. */
function rangeXml({ name, lines, table }: Sheet): string {
  if (table === null) return '';
  const first = lines.length + 2;
  const last = `${columnLetters(table.columns.length)}${first + table.rows.length}`;
  return element('table:database-range', {
    'table:name': table.name,
    'table:target-range-address': `${name}.A${first}:${name}.${last}`,
    'table:contains-header': 'true',
    'table:display-filter-buttons': 'false',
  });
}

/** The letters of the n-th column, counted from 1: Z is the 26th, AA the 27th. */
export function columnLetters(n: number): string {
  const rest = (n - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return n > 26 ? columnLetters((n - 1 - rest) / 26) + letter : letter;
}
