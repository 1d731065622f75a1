import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';

interface ReleaseMadeProps {
  readonly frame: Frame;
  readonly year: string;
  readonly id: string;
}

/** Says that a release was made, and where it is. */
export function ReleaseMadePage({ frame, year, id }: ReleaseMadeProps): JSX.Element {
  return (
    <Document
      frame={frame}
      title={`Release ${id} is made`}
      crumbs={[
        { title: 'Annual', href: '/annual' },
        { title: year, href: `/annual/${year}` },
        { title: 'Release made' },
      ]}
    >
      <h1>Release {id} is made</h1>
      <p>It never changes. To put something right, make another: it takes the place of this one.</p>
      <p>
        <a href={`/annual/${year}/releases/${id}`}>Read and download release {id}</a>
      </p>
    </Document>
  );
}
