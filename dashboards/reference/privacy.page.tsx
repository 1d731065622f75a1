import type { JSX } from 'preact';
import { HINT_COOKIE } from '../guide/guide-hint.parser.js';
import { TermRow } from '../layout/term-row.part.js';
import { Document, type Frame } from '../layout/document.page.js';
import { LOOK_AS_COOKIE } from '../looking/look-as.parser.js';
import { AboutTelemetry } from '../telemetry/about-telemetry.part.js';
import { CONSENT_COOKIE } from '../telemetry/consent.parser.js';

/** What is held about the people who are counted, and about those who read. */
export function PrivacyPage({ frame }: { readonly frame: Frame }): JSX.Element {
  return (
    <Document frame={frame} title="Privacy" crumbs={[{ title: 'Promises', href: '/' }, { title: 'Privacy' }]}>
      <h1>Privacy</h1>
      <p class="lead__text">All data here is made up. Nothing on this site is about a real person.</p>
      <h2>About people who claim</h2>
      <p>
        The system is built for notes about cases. A note has a case number, which stands for no name. It has no names,
        addresses, dates of birth or bank details.
      </p>
      <p>
        Small numbers could point to a person. So what is published is rounded, and small counts are{' '}
        <a href="/glossary#suppressed">held back</a>. <a href="/methods#protecting-people">How that is done</a>.
      </p>
      <h2>About you, who read</h2>
      <p>
        You need not give your name. The pages load nothing from other sites, and nobody is told what you read
        {frame.telemetry === null ? '' : ', unless you agree to it below'}.
      </p>
      <p>
        When an auditor looks at case numbers, that is written down, with who asked and when. So is reading a release
        before it is published.
      </p>
      {frame.telemetry === null ? null : <AboutTelemetry telemetry={frame.telemetry} />}
      <h2>Cookies</h2>
      {frame.hasSwitch ? null : (
        <p>Reading the public pages sets no cookie. Signing in sets one, which keeps you signed in.</p>
      )}
      <Cookies frame={frame} />
      <p>There are no cookies for advertising, and none that follow you from site to site.</p>
    </Document>
  );
}

/** Those that keep what somebody chose: set only when they did. */
function Cookies({ frame }: { readonly frame: Frame }): JSX.Element | null {
  if (!frame.hasSwitch && frame.telemetry === null) return null;
  return (
    <dl class="about__list">
      {frame.hasSwitch ? (
        <>
          <TermRow
            title={LOOK_AS_COOKIE}
            text="Who you are looking as, if you chose. It is gone when you close the browser."
          />
          <TermRow
            title={HINT_COOKIE}
            text="That you do not want to be pointed to the guide any more, if you said so. It stays for a year."
          />
        </>
      ) : null}
      {frame.telemetry === null ? null : (
        <TermRow
          title={CONSENT_COOKIE}
          text="Whether your browser may tell us how pages work: yes or no, if you said. It stays for a year."
        />
      )}
    </dl>
  );
}
