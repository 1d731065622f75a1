import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';

/** Why nobody was signed in, or out. */
export type SignInFault = 'away' | 'not-begun' | 'refused' | 'no-role' | 'elsewhere';

const explanations: Readonly<Record<SignInFault, string>> = {
  away: 'The service that people sign in with does not answer just now. Try again in a moment.',
  'not-begun': 'Signing in was not begun in this browser, or was begun too long ago.',
  refused: 'The service that people sign in with did not confirm who you are.',
  'no-role': 'You are known, but no role in Charter Monitor was given to you. Ask whoever looks after accounts.',
  elsewhere: 'This can be asked for from a page of this site only.',
};

/** A page in place of the one that somebody wanted to see by signing in. */
export function SignInFailedPage({
  frame,
  fault,
}: {
  readonly frame: Frame;
  readonly fault: SignInFault;
}): JSX.Element {
  const title = fault === 'elsewhere' ? 'You are still signed in' : 'You could not be signed in';
  return (
    <Document frame={frame} title={title}>
      <h1>{title}</h1>
      <p>{explanations[fault]}</p>
      <p>
        <a href="/">The front page</a> is open to everybody.
      </p>
    </Document>
  );
}
