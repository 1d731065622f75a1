import type { ListedRelease } from '../query-client/releases.fact.js';

type Table = ListedRelease['table'];

const endings = {
  ods: { ending: '.ods', title: 'Spreadsheet (ODS)', mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
  csv: { ending: '.csv', title: 'Table (CSV)', mediaType: 'text/csv; charset=utf-8' },
  csvw: {
    ending: '.csv-metadata.json',
    title: 'What the columns of the CSV mean (CSVW)',
    mediaType: 'application/csvm+json',
  },
  json: { ending: '.json', title: 'For programs (JSON)', mediaType: 'application/json' },
  manifest: { ending: '.manifest.json', title: 'Signed manifest', mediaType: 'application/json' },
} as const;

/** A file that a release was put out as, and where query has it. */
export interface ReleaseDownload {
  /** As the signed manifest names it. */
  readonly name: string;
  readonly title: string;
  readonly mediaType: string;
  readonly path: string;
}

/** The files of a table of a release. */
export function downloadsOf(id: string, table: Table): readonly ReleaseDownload[] {
  const stem = table === 'exact' ? `charter-${id}-exact` : `charter-${id}`;
  return Object.entries(endings).map(([format, { ending, title, mediaType }]) => ({
    name: `${stem}${ending}`,
    title,
    mediaType,
    path:
      format === 'manifest'
        ? `/v1/releases/${id}/manifest?table=${table}`
        : `/v1/releases/${id}/aggregates?format=${format}&table=${table}`,
  }));
}

/** The file of a release by its name; `null` where there is none. */
export function downloadNamed(id: string, name: string): ReleaseDownload | null {
  const all = [...downloadsOf(id, 'published'), ...downloadsOf(id, 'exact')];
  return all.find((file) => file.name === name) ?? null;
}

/** Whether a text has the shape of a release's id: `2025-26.1`. */
export function isReleaseId(text: string): boolean {
  return /^\d{4}-\d{2}\.[1-9]\d{0,5}$/.test(text);
}
