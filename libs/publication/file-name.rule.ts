import type { TableName } from './release.fact.js';

/** What the names of all files of a release's table begin with; those of the exact table say so. */
export function fileStem(id: string, table: TableName): string {
  return table === 'exact' ? `charter-${id}-exact` : `charter-${id}`;
}

/** Name of the manifest, which stands beside the files that it lists. */
export function manifestName(id: string, table: TableName): string {
  return `${fileStem(id, table)}.manifest.json`;
}
