import { ODF_ROOT } from './namespaces.fact.js';
import { element, xmlDocument } from './xml.codec.js';

/** How cells look, and which language they are in, as `styles.xml`: the same for every spreadsheet. */
export function stylesXml(): string {
  const defaults = element(
    'style:default-style',
    { 'style:family': 'table-cell' },
    element('style:text-properties', {
      'fo:font-family': 'Arial',
      'fo:font-size': '12pt',
      'fo:language': 'en',
      'fo:country': 'GB',
    }),
  );
  const wrapped = { 'fo:wrap-option': 'wrap', 'style:vertical-align': 'top' };
  return xmlDocument(
    element(
      'office:document-styles',
      ODF_ROOT,
      element(
        'office:styles',
        {},
        defaults,
        cellStyle('Title', {}, { 'fo:font-size': '16pt', 'fo:font-weight': 'bold' }),
        cellStyle('Line', {}, {}),
        cellStyle('Heading', wrapped, { 'fo:font-weight': 'bold' }),
        cellStyle('Text', wrapped, {}),
      ),
    ),
  );
}

type Properties = Readonly<Record<string, string>>;

function cellStyle(name: string, cell: Properties, text: Properties): string {
  return element(
    'style:style',
    { 'style:name': name, 'style:family': 'table-cell' },
    element('style:table-cell-properties', cell),
    element('style:text-properties', text),
  );
}
