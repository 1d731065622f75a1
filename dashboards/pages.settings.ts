import type { Authentication, OidcSettings } from '../libs/access/authentication.settings.js';
import type { SignInSettings } from '../libs/access/sign-in.settings.js';
import { lookingUnasked, type Looking, type Viewer } from './looking/looking.fact.js';
import { currentSession } from './sign-in/current-session.service.js';

/** Where and how people sign in, and whose tokens they come back with. */
export type SignIn = OidcSettings & SignInSettings;

/** How the pages are run. */
export interface PagesSettings {
  /** Address of the query service; asked for each request, since a port may be known only once it is open. */
  readonly queryUrl: () => string;
  /** Address of intake, for what is filed on the pages. */
  readonly intakeUrl: () => string;
  /** The bearer token to ask query with on behalf of a viewer; `null` for the public. */
  readonly tokenOf: (viewer: Viewer) => string | null;
  /** Whether a viewer may choose who they are: in the demo only. */
  readonly hasSwitch: boolean;
  /** Who looks where nobody has chosen. */
  readonly unasked: Looking;
  /** `null`: nobody signs in. */
  readonly signIn: SignIn | null;
  /** Where readers' browsers tell how pages fare, if their readers agree; `null`: nobody is asked. */
  readonly faroUrl: string | null;
}

/** Injection token of the pages' settings. */
export const PAGES_SETTINGS = Symbol('PagesSettings');

/** In the demo the tokens that stand for the roles (contract: interfaces, "Settings"). */
export function demoPages(queryUrl: () => string, intakeUrl = queryUrl): PagesSettings {
  return {
    queryUrl,
    intakeUrl,
    tokenOf: (viewer) => (viewer === 'public' ? null : `demo-${viewer}`),
    hasSwitch: true,
    unasked: lookingUnasked,
    signIn: null,
    faroUrl: null,
  };
}

/** Where nobody can sign in and tokens come from an issuer, everyone looks as the public. */
export function publicPages(queryUrl: () => string, intakeUrl = queryUrl): PagesSettings {
  return {
    queryUrl,
    intakeUrl,
    tokenOf: () => null,
    hasSwitch: false,
    unasked: { as: 'public', isChosen: false },
    signIn: null,
    faroUrl: null,
  };
}

/** Where people sign in, query is asked with the token of whoever has. */
export function signInPages(signIn: SignIn, queryUrl: () => string, intakeUrl = queryUrl): PagesSettings {
  return { ...publicPages(queryUrl, intakeUrl), tokenOf: () => currentSession()?.token ?? null, signIn };
}

/** The pages as callers are told apart; intake is where query is, unless it is said to be elsewhere. */
export function pagesFor(auth: Authentication, queryUrl: () => string, intakeUrl = queryUrl): PagesSettings {
  if (auth.scheme === 'demo') return demoPages(queryUrl, intakeUrl);
  const { signIn } = auth;
  return signIn === undefined
    ? publicPages(queryUrl, intakeUrl)
    : signInPages({ ...auth, ...signIn }, queryUrl, intakeUrl);
}
