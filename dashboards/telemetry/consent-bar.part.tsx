import type { JSX } from 'preact';
import { ConsentForm } from './consent-form.part.js';
import type { Telemetry } from './telemetry.fact.js';

interface ConsentBarProps {
  readonly telemetry: Telemetry | null;
  readonly address: string;
}

/** Asks at the foot of a page until it is answered. The page on privacy asks in its own words. */
export function ConsentBar({ telemetry, address }: ConsentBarProps): JSX.Element | null {
  if (telemetry === null || telemetry.consent !== null || address.split('?')[0] === '/privacy') return null;
  return (
    <aside class="consent" aria-label="How pages work for you">
      <div class="ds_wrapper consent__content">
        <p class="consent__question">
          May your browser tell us how fast pages are, and what goes wrong in them? It never tells who you are or what
          you search for. <a href="/privacy#telemetry">What it tells</a>
        </p>
        <ConsentForm from={address} />
      </div>
    </aside>
  );
}
