import type { JSX } from 'preact';
import { capitalised } from '../figures/sentence.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import type { ReleaseAnswer } from '../query-client/annual.fact.js';
import type { ReleasedTable } from '../query-client/releases.fact.js';
import { FrameworkTables } from './framework-table.part.js';
import type { MeasureNames } from './measure-names.rule.js';
import { downloadsOf } from './release-files.rule.js';
import { SentenceList } from './sentence-list.part.js';
import { embargoText, releaseText } from './year.words.js';

interface ReleasePageProps {
  readonly frame: Frame;
  readonly release: ReleaseAnswer;
  readonly table: ReleasedTable;
  readonly names: MeasureNames;
  readonly now: number;
}

/** A release: what it is, what changed, its files and how to check them, and the frozen table. */
export function ReleasePage({ frame, release, table, names, now }: ReleasePageProps): JSX.Element {
  const { id, year, note, state, supersedes, supersededBy, summary } = release;
  const here = `/annual/${year}/releases/${id}`;
  const embargo = embargoText(release, now);
  return (
    <Document
      frame={frame}
      title={`Release ${id}`}
      crumbs={[
        { title: 'Annual', href: '/annual' },
        { title: year, href: `/annual/${year}` },
        { title: `Release ${id}` },
      ]}
    >
      <h1>
        {capitalised(state)} release {id}
      </h1>
      <p>{releaseText(release)}</p>
      {embargo === null ? null : <p>{embargo}</p>}
      {note === '' ? null : <p class="annual__note">{note}</p>}
      {supersededBy === null ? null : (
        <p>
          <a href={`/annual/${year}/releases/${supersededBy}`}>Release {supersededBy}</a> took its place.
        </p>
      )}
      <p>
        {table.table === 'exact'
          ? 'These figures are exact. They are not to be published.'
          : 'Counts are rounded to 5, and small ones are held back.'}
      </p>
      <h2>What changed</h2>
      <SentenceList text={summary} />
      {supersedes === null ? null : (
        <p>
          <a href={`/annual/${year}/compare?from=${supersedes}&to=${id}`}>Compare it with release {supersedes}</a>
        </p>
      )}
      <h2>Files</h2>
      <Files release={release} table={table.table} here={here} />
      {table.table === 'exact' ? (
        <>
          <h3>As everybody else gets it</h3>
          <Files release={release} table="published" here={here} />
        </>
      ) : null}
      <Checking release={release} manifest={downloadsOf(id, table.table).at(-1)?.name ?? ''} />
      <h2>The whole table</h2>
      <FrameworkTables rows={table.rows} names={names} />
    </Document>
  );
}

interface FilesProps {
  readonly release: ReleaseAnswer;
  readonly table: ReleaseAnswer['table'];
  readonly here: string;
}

function Files({ release, table, here }: FilesProps): JSX.Element {
  return (
    <ul>
      {downloadsOf(release.id, table).map(({ name, title }) => (
        <li>
          <a href={`${here}/${name}`}>{table === 'exact' ? `${title}, exact` : `${title}, published`}</a>
        </li>
      ))}
    </ul>
  );
}

function Checking({ release, manifest }: { readonly release: ReleaseAnswer; readonly manifest: string }): JSX.Element {
  return (
    <>
      <h2>How to check it</h2>
      <p>The manifest is signed. It says what each file holds, byte for byte.</p>
      <ol>
        <li>
          Put the files, the manifest and <a href="/annual/public-key.pem">the public key</a> into one folder.
        </li>
        <li>Take the program verify-release.mjs from the project’s docs.</li>
        <li>
          Run: <code class="hash">node verify-release.mjs {manifest} public-key.pem</code>
        </li>
      </ol>
      <p class="hash">
        Hash of the definitions: {release.definitionsHash}. Hash of the register: {release.registerHash}.
      </p>
    </>
  );
}
