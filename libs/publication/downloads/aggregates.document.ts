import type { Release, TableName } from '../release.fact.js';
import type { AboutLine } from './about.rule.js';
import { MARKS } from './marks.fact.js';
import type { ReleasedRow } from './released-rows.rule.js';

/** One table of a release as JSON. `checksum` is the SHA-256 of the canonical JSON of `rows`. */
export function aggregatesDocument(
  release: Release,
  table: TableName,
  rows: readonly ReleasedRow[],
  checksum: string,
  about: readonly AboutLine[],
): object {
  const { id, year, state, note, madeAt, madeBy, asOf, supersedes, synthetic } = release;
  const { positions, definitions, definitionsHash, registerHash, fingerprint } = release;
  return {
    year,
    asOf,
    table,
    release: { id, state, note, madeAt, madeBy, supersedes, synthetic },
    restsOn: { positions, definitions, definitionsHash, registerHash, fingerprint },
    about,
    marks: MARKS,
    checksum,
    rows,
    changes: release[table].changes,
  };
}
