import type { JSX } from 'preact';
import { viewerNames, type Looking } from '../looking/looking.fact.js';

interface SignedInProps {
  readonly looking: Looking;
  readonly address: string;
}

/** Says who is looking, and offers to sign in or out. */
export function SignedIn({ looking, address }: SignedInProps): JSX.Element {
  if (!looking.isChosen) {
    return (
      <p class="look-as">
        Nobody has signed in. <a href={`/sign-in?from=${encodeURIComponent(address)}`}>Sign in</a>
      </p>
    );
  }
  return (
    <form class="look-as" aria-label="Who is looking" method="post" action="/sign-out">
      <span class="look-as__label">You are signed in as {viewerNames[looking.as]}</span>
      <button class="ds_button ds_button--secondary ds_button--small look-as__button" type="submit">
        Sign out
      </button>
    </form>
  );
}
