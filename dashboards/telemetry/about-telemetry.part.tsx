import type { JSX } from 'preact';
import { ConsentForm } from './consent-form.part.js';
import type { Consent, Telemetry } from './telemetry.fact.js';

/** Where the reader is, and where they come back to when they have answered. */
const HERE = '/privacy#telemetry';

/** What browsers tell of pages, to whom, and the reader's answer, which can be changed here. */
export function AboutTelemetry({ telemetry: { url, consent } }: { readonly telemetry: Telemetry }): JSX.Element {
  return (
    <>
      <h2 id="telemetry">Telling us how pages work</h2>
      <p>
        If you agree, your browser tells us how fast a page is and what goes wrong in it. It tells{' '}
        <b>{new URL(url).host}</b> and nobody else. It sends:
      </p>
      <ul>
        <li>which page you opened, without what you chose or searched for</li>
        <li>how long the page took to show and to answer you, and how much it jumped about</li>
        <li>the kind of an error and where in our script it happened, but not its words</li>
        <li>the name and version of your browser</li>
      </ul>
      <p>
        It sends no name, no cookie, no case number and no number that stands for you. Nothing in it ties one page that
        you opened to another. As with every visit to a site, whoever receives it can see your network address.
      </p>
      <p>{answers[consent ?? 'none']} May your browser tell us?</p>
      <ConsentForm from={HERE} />
    </>
  );
}

const answers: Readonly<Record<Consent | 'none', string>> = {
  yes: 'You said yes. You can change that at any time.',
  no: 'You said no, so nothing is sent. You can change that at any time.',
  none: 'You have not said yet, so nothing is sent.',
};
