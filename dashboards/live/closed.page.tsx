import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';
import { viewerNames } from '../looking/looking.fact.js';

/** Says that the figures of a page are not open to whoever looks, and who may see them. */
export function ClosedPage({ frame, title }: { readonly frame: Frame; readonly title: string }): JSX.Element {
  return (
    <Document frame={frame} title={title}>
      <h1>{title}</h1>
      <p>
        You are looking as {viewerNames[frame.looking.as]}. The figures on this page are not published yet, so they are
        open only to agency staff, the framework compiler, auditors, operators and scrutiny bodies. Scrutiny bodies see
        them rounded.
      </p>
      {frame.hasSwitch ? <p>In this demonstration you can change who is looking, above.</p> : null}
      <p>
        <a href="/">Read the promises</a>
      </p>
    </Document>
  );
}
