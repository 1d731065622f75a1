import { digestOf } from '../digest.codec.js';
import { fileStem } from '../file-name.rule.js';
import type { OutputFile } from '../manifest.fact.js';
import { ODS_MEDIA_TYPE, odsBytes } from '../ods/ods.codec.js';
import type { Release, TableName } from '../release.fact.js';
import { aboutRelease } from './about.rule.js';
import { aggregatesDocument } from './aggregates.document.js';
import { COLUMNS } from './columns.fact.js';
import { csvOf } from './csv.codec.js';
import { csvwMetadata } from './csvw.document.js';
import { releasedRows, type ReleasedRow } from './released-rows.rule.js';
import { releaseSpreadsheet } from './spreadsheet.rule.js';

/**
 * The files that one table of a release is put out as: JSON, CSV, the CSV's metadata, ODS. The same release gives the
 * same bytes; keep them with it, so that later changes to this code leave it as it was.
 */
export function releaseFiles(release: Release, table: TableName): readonly OutputFile[] {
  const rows = releasedRows(release, table);
  const checksum = digestOf(rows);
  const about = aboutRelease(release, table, checksum);
  const name = fileStem(release.id, table);
  return [
    jsonFile(`${name}.json`, 'application/json', aggregatesDocument(release, table, rows, checksum, about)),
    { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8; header=present', bytes: bytesOf(aggregatesCsv(rows)) },
    jsonFile(`${name}.csv-metadata.json`, 'application/csvm+json', csvwMetadata(`${name}.csv`, release, about)),
    {
      name: `${name}.ods`,
      mediaType: ODS_MEDIA_TYPE,
      bytes: odsBytes(releaseSpreadsheet(release, table, rows, about)),
    },
  ];
}

/** The table of measures as CSV, with a header. */
export function aggregatesCsv(rows: readonly ReleasedRow[]): string {
  return csvOf([COLUMNS.map(({ name }) => name), ...rows.map((row) => COLUMNS.map(({ cell }) => cell(row)))]);
}

function jsonFile(name: string, mediaType: string, document: object): OutputFile {
  return { name, mediaType, bytes: bytesOf(`${JSON.stringify(document, null, 2)}\n`) };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
