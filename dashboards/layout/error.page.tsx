import type { JSX } from 'preact';
import { Document, type Frame } from './document.page.js';

/** What went wrong, as far as the reader needs to know. */
export interface PageFault {
  readonly status: number;
  /** What exactly, in words; `null` where there is no more to say. */
  readonly detail: string | null;
}

interface Explanation {
  readonly title: string;
  readonly advice: string;
}

const explanations: Readonly<Record<number, Explanation>> = {
  400: { title: 'The page cannot be shown for this choice', advice: 'Change what you chose, or begin again.' },
  403: { title: 'These figures are not open to you', advice: 'The promises are open to everybody.' },
  404: { title: 'There is no such page', advice: 'Check the address, or begin at the front page.' },
  429: { title: 'That was too much at once', advice: 'Wait a moment, then try again.' },
  503: { title: 'The figures cannot be shown just now', advice: 'Try again in a moment.' },
};

const unforeseen: Explanation = {
  title: 'Something went wrong here',
  advice: 'It has been written down. Try again in a moment.',
};

/** A page in place of the one that could not be had. It tells nobody how it fares: its address may hold anything. */
export function ErrorPage({ frame, fault }: { readonly frame: Frame; readonly fault: PageFault }): JSX.Element {
  const { title, advice } = explanations[fault.status] ?? unforeseen;
  return (
    <Document frame={{ ...frame, telemetry: null }} title={title}>
      <h1>{title}</h1>
      {fault.detail === null ? null : <p>{fault.detail}</p>}
      <p>{advice}</p>
      <p>
        <a href="/">The front page</a>
      </p>
    </Document>
  );
}
