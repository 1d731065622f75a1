import type { JSX } from 'preact';
import { momentText } from '../figures/periods.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import type { ListedRelease } from '../query-client/releases.fact.js';

interface DataPageProps {
  readonly frame: Frame;
  readonly releases: readonly ListedRelease[];
}

const files = [
  { format: 'ods', name: 'spreadsheet (ODS)' },
  { format: 'csv', name: 'CSV' },
  { format: 'csvw', name: 'what the columns of the CSV mean' },
  { format: 'json', name: 'JSON' },
] as const;

/** Where everything can be had for programs and spreadsheets, and on what terms. */
export function DataPage({ frame, releases }: DataPageProps): JSX.Element {
  return (
    <Document frame={frame} title="Data to use" crumbs={[{ title: 'Promises', href: '/' }, { title: 'Data' }]}>
      <h1>Data to use</h1>
      <p class="lead__text">
        Everything published here can be downloaded, or read by a program. All of it is made up: use it to try things
        out, never as facts.
      </p>
      <h2>Years that were published</h2>
      {releases.length === 0 ? <p>No year has been published yet.</p> : null}
      {releases.map(({ id, year, state, madeAt, supersededBy }) => (
        <section aria-labelledby={headingId(id)}>
          <h3 id={headingId(id)}>
            {year}, {state}: release {id}
          </h3>
          <p>
            Made on {momentText(madeAt)}.{supersededBy === null ? null : ` Release ${supersededBy} took its place.`}
          </p>
          <ul>
            {files.map(({ format, name }) => (
              <li>
                <a href={`/v1/releases/${id}/aggregates?format=${format}&table=published`}>
                  {year}: {name}
                </a>
              </li>
            ))}
            <li>
              <a href={`/v1/releases/${id}/manifest?table=published`}>{year}: signed list of checksums (JSON)</a>
            </li>
          </ul>
        </section>
      ))}
      <h2>For programs</h2>
      <ul>
        <li>
          <a href="/v1/openapi.json">Description of the interface</a> (OpenAPI 3.1): figures, definitions, releases
        </li>
        <li>
          <a href="/v1/commitments?edition=all">Every promise</a>, <a href="/v1/measures">every measure</a> and{' '}
          <a href="/v1/targets">every target</a> (JSON)
        </li>
        <li>Events and changes of state are described by AsyncAPI files, which lie in the source under docs.</li>
      </ul>
      <p>Promises, definitions and published years need no key. Exact live figures are open to some roles only.</p>
      <h2>Terms</h2>
      <p>
        The program is under the MIT licence. The data are synthetic and free to use, if you say that they are
        synthetic. Titles of promises are this project’s own short words, not the charter’s text.
      </p>
    </Document>
  );
}

/** `release-2025-26-1`: an id in HTML has no dot. */
function headingId(release: string): string {
  return `release-${release.replaceAll('.', '-')}`;
}
