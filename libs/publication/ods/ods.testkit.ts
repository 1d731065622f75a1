import { strFromU8, unzipSync } from 'fflate';
import { elementsNamed, readXml, type XmlElement } from '../xml.testkit.js';

/** A sheet as it is in the file: rows of texts and numbers. */
export interface SheetRead {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A part of an ODS package, as XML. */
export function partOf(bytes: Uint8Array, path: string): XmlElement {
  const part = unzipSync(bytes)[path];
  if (part === undefined) throw new Error(`no ${path}`);
  return readXml(strFromU8(part));
}

/** Reads what `odsBytes` wrote: no repeated and no merged cells. */
export function sheetsIn(bytes: Uint8Array): readonly SheetRead[] {
  return elementsNamed('table:table', partOf(bytes, 'content.xml')).map((table) => ({
    name: table.attributes['table:name'] ?? '',
    rows: elementsNamed('table:table-row', table).map((row) => elementsNamed('table:table-cell', row).map(cellValue)),
  }));
}

function cellValue(cell: XmlElement): string | number {
  const { 'office:value-type': type, 'office:value': value } = cell.attributes;
  return type === 'float' ? Number(value) : elementsNamed('text:p', cell).map(textOf).join('\n');
}

/** The text of a paragraph as ODF reads it: white space collapsed, then what stands for white space put in. */
function textOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child.replace(/[\t\n\r ]+/g, ' ');
      return child.name === 'text:s' ? ' '.repeat(Number(child.attributes['text:c'])) : textOf(child);
    })
    .join('');
}
