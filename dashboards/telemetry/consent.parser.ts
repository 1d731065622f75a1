import { cookieNamed } from '../sign-in/cookies.rule.js';
import type { Consent } from './telemetry.fact.js';

export const CONSENT_COOKIE = 'charter-telemetry';

/** What a `Cookie` header says of consent; `null` where it says nothing, or anything but yes or no. */
export function consentOf(cookies: string | undefined): Consent | null {
  return consentNamed(cookieNamed(CONSENT_COOKIE, cookies));
}

/** The answer of a name; `null` where there is none. */
export function consentNamed(name: unknown): Consent | null {
  return name === 'yes' || name === 'no' ? name : null;
}
