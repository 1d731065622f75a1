import { lookingUnasked, VIEWERS, type Looking, type Viewer } from './looking.fact.js';

export const LOOK_AS_COOKIE = 'charter-look-as';

/** Who is looking, as a `Cookie` header says. A cookie that names no viewer is as good as none. */
export function lookingOf(cookies: string | undefined): Looking {
  const [, named] = new RegExp(`(?:^|;\\s*)${LOOK_AS_COOKIE}=([a-z]+)(?:;|$)`).exec(cookies ?? '') ?? [];
  const viewer = named === undefined ? null : viewerNamed(named);
  return viewer === null ? lookingUnasked : { as: viewer, isChosen: true };
}

/** The viewer of a name; `null` where there is none. */
export function viewerNamed(name: unknown): Viewer | null {
  return VIEWERS.find((viewer) => viewer === name) ?? null;
}

/** An address within the pages that a form asks to return to; the front page for anything else. */
export function returnAddress(asked: unknown): string {
  return typeof asked === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked) ? asked : '/';
}
