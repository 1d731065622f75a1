import type { CookieOptions } from 'express';
import type { Purpose } from './sealed.codec.js';

/** What a browser keeps: its name, and where and how it is sent. */
export interface KeptCookie {
  readonly name: string;
  readonly options: CookieOptions;
}

/**
 * A cookie that no script can read and that goes to this host only; by https only, but on this machine. `Lax`: it comes along
 * with a link from elsewhere, such as the issuer's way back, never with a form.
 */
export function cookieFor(purpose: Purpose, pagesUrl: string): KeptCookie {
  const secure = pagesUrl.startsWith('https:');
  return {
    name: `${secure ? '__Host-' : ''}charter-${purpose}`,
    options: { httpOnly: true, secure, sameSite: 'lax', path: '/' },
  };
}

/** The value of the cookie of a name in a `Cookie` header; `null` where there is none. */
export function cookieNamed(name: string, header: string | undefined): string | null {
  const beginning = `${name}=`;
  const found = (header ?? '').split(/; */).find((cookie) => cookie.startsWith(beginning));
  return found?.slice(beginning.length) ?? null;
}
