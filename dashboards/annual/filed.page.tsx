import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';
import type { FrameworkMeasure } from './fileable.rule.js';

interface FiledProps {
  readonly frame: Frame;
  readonly measure: FrameworkMeasure;
  readonly year: string;
}

/** Says that it was filed, and where it will be read. */
export function FiledPage({ frame, measure, year }: FiledProps): JSX.Element {
  const { id, title, commitments } = measure;
  return (
    <Document
      frame={frame}
      title={`Filed for ${id}`}
      crumbs={[{ title: 'Annual', href: '/annual' }, { title: 'File', href: '/annual/file' }, { title: 'Filed' }]}
    >
      <h1>Filed for {id}</h1>
      <p>
        What you filed for “{title}” in {year} has been taken. It is shown in a moment with the promises that it is
        about:
      </p>
      <ul>
        {commitments.map(({ edition, id: commitment }) => (
          <li>
            <a href={`/commitments/${edition}/${commitment}`}>
              Promise {commitment} of the {edition} edition
            </a>
          </li>
        ))}
      </ul>
      <p>
        Nothing that was filed is changed in place: to put a figure right, file it again. The latest stands.{' '}
        <a href="/annual/file">File something else</a> <a href={`/annual/${year}`}>See the year {year}</a>
      </p>
    </Document>
  );
}
