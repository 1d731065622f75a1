import type { Authentication } from '../libs/access/authentication.settings.js';
import { lookingUnasked, type Looking, type Viewer } from './looking/looking.fact.js';

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
  };
}

/** Where tokens come from an issuer the pages have none of their own: everyone looks as the public. */
export function publicPages(queryUrl: () => string, intakeUrl = queryUrl): PagesSettings {
  return { queryUrl, intakeUrl, tokenOf: () => null, hasSwitch: false, unasked: { as: 'public', isChosen: false } };
}

/** The pages as callers are told apart; intake is where query is, unless it is said to be elsewhere. */
export function pagesFor(auth: Authentication, queryUrl: () => string, intakeUrl = queryUrl): PagesSettings {
  return auth.scheme === 'demo' ? demoPages(queryUrl, intakeUrl) : publicPages(queryUrl, intakeUrl);
}
