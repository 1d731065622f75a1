import type { Viewer } from './looking/looking.fact.js';

/** How the pages are run. */
export interface PagesSettings {
  /** Address of the query service; asked for each request, since a port may be known only once it is open. */
  readonly queryUrl: () => string;
  /** The bearer token to ask query with on behalf of a viewer; `null` for the public. */
  readonly tokenOf: (viewer: Viewer) => string | null;
  /** Whether a viewer may choose who they are: in the demo only. */
  readonly hasSwitch: boolean;
}

/** Injection token of the pages' settings. */
export const PAGES_SETTINGS = Symbol('PagesSettings');

/** In the demo the tokens that stand for the roles (contract: interfaces, "Settings"). */
export function demoPages(queryUrl: () => string): PagesSettings {
  return { queryUrl, tokenOf: (viewer) => (viewer === 'public' ? null : `demo-${viewer}`), hasSwitch: true };
}
