import type { ReleaseHead } from '../release.fact.js';
import { COLUMNS, type Column } from './columns.fact.js';
import type { AboutLine } from './about.rule.js';

/**
 * Metadata of the table of measures as CSV on the Web (W3C, Metadata Vocabulary for Tabular Data): beside the CSV, under
 * its name with `-metadata.json`.
 */
export function csvwMetadata(
  csvName: string,
  { madeAt, synthetic }: Pick<ReleaseHead, 'madeAt' | 'synthetic'>,
  about: readonly AboutLine[],
): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: csvName,
    'dc:title': about.find(({ what }) => what === 'Title')?.details ?? csvName,
    'dc:description': `${synthetic ? 'Synthetic data. ' : ''}A text that a spreadsheet could take for a formula begins with an apostrophe.`,
    'dc:issued': { '@value': madeAt, '@type': 'dateTime' },
    dialect: {
      header: true,
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      lineTerminators: ['\r\n'],
    },
    tableSchema: { columns: COLUMNS.map(columnMetadata) },
    notes: about.map(({ what, details }) => ({ what, details })),
  };
}

function columnMetadata({ name, description, datatype, list }: Column): object {
  return {
    name,
    titles: name,
    'dc:description': description,
    datatype,
    null: '',
    ...(list && { separator: ' ' }),
  };
}
