import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';

interface SignedOutProps {
  readonly frame: Frame;
  /** Where to sign out of the issuer; `null` where it offers that nowhere. */
  readonly leaving: string | null;
}

/** Says that this site has forgotten who looks. */
export function SignedOutPage({ frame, leaving }: SignedOutProps): JSX.Element {
  return (
    <Document frame={frame} title="You are signed out">
      <h1>You are signed out of Charter Monitor</h1>
      {leaving === null ? null : (
        <p>
          The service that you signed in with may still know you. <a href={leaving}>Sign out there too</a> if others use
          this browser.
        </p>
      )}
      <p>
        <a href="/">The front page</a>
      </p>
    </Document>
  );
}
