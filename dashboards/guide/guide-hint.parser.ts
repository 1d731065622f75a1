export const HINT_COOKIE = 'charter-guide';

/** What the cookie says of somebody who does not want to be pointed to the guide any more. */
export const HINT_HIDDEN = 'hidden';

/** Whether a `Cookie` header says that the hint was put away. */
export function isHintHidden(cookies: string | undefined): boolean {
  return new RegExp(`(?:^|;\\s*)${HINT_COOKIE}=${HINT_HIDDEN}(?:;|$)`).test(cookies ?? '');
}
