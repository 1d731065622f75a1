import { classificationInWords, classificationOfRelease } from '../classification.rule.js';
import type { ReleaseHead, TableName } from '../release.fact.js';

/** What the cover of a download says of one thing. */
export interface AboutLine {
  readonly what: string;
  readonly details: string;
}

const TABLES: Readonly<Record<TableName, string>> = {
  exact: 'Exact figures, for the compiler and the auditor. Not to be published.',
  published: 'Published figures, after disclosure control.',
};

/** What a download of a release is, line by line; `checksum` is that of its rows. */
export function aboutRelease(release: ReleaseHead, table: TableName, checksum: string): readonly AboutLine[] {
  const { id, year, state, note, madeAt, madeBy, asOf, supersedes, synthetic } = release;
  const classification = classificationOfRelease(release);
  return [
    line('Title', `Social security charter: measures of ${year}`),
    line('Data', synthetic ? 'Synthetic data. Every case is made up; no figure is about real people.' : 'Real data.'),
    line('Year', year),
    line('Release', id),
    line('State', state),
    line('Classification', classificationInWords(classification)),
    line('Figures', TABLES[table]),
    line('Filters', 'None: the whole framework and the whole year.'),
    line('Known as of', `${asOf} (what was recorded up to the end of that day)`),
    line('Made at', madeAt),
    line('Made by', madeBy),
    line('Takes the place of', supersedes ?? 'No earlier release'),
    line('Note', note === '' ? 'None' : note),
    line('Checksum of the rows', `${checksum} (SHA-256 of their canonical JSON)`),
    line('Hash of the definitions', release.definitionsHash),
    line('Hash of the register', release.registerHash),
    line('Fingerprint of the figures', release.fingerprint),
    line('Log positions', release.positions.map(({ partition, position }) => `${partition}: ${position}`).join(', ')),
  ];
}

function line(what: string, details: string): AboutLine {
  return { what, details };
}
