import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';
import { viewerNames } from '../looking/looking.fact.js';
import type { ComputedMeasure } from '../query-client/definitions.fact.js';

interface ExplainClosedPageProps {
  readonly frame: Frame;
  readonly measure: Pick<ComputedMeasure, 'id' | 'title'>;
}

/** Says that what a figure was counted from is not open to whoever looks, and to whom it is. */
export function ExplainClosedPage({ frame, measure: { id, title } }: ExplainClosedPageProps): JSX.Element {
  return (
    <Document
      frame={frame}
      title={`${title}: what it was counted from`}
      crumbs={[
        { title: 'Scrutiny', href: '/scrutiny' },
        { title, href: `/scrutiny/${id}` },
        { title: 'What it was counted from' },
      ]}
    >
      <h1>What “{title}” was counted from</h1>
      <p>
        You are looking as {viewerNames[frame.looking.as]}. What a figure was counted from is open to scrutiny bodies,
        agency staff, the framework compiler and auditors.
      </p>
      {frame.looking.as === 'scrutiny' ? <p>For scrutiny bodies it opens once figures are controlled.</p> : null}
      {frame.hasSwitch ? <p>In this demonstration you can change who is looking, above.</p> : null}
      <p>
        <a href={`/scrutiny/${id}`}>How it is defined</a>
      </p>
    </Document>
  );
}
