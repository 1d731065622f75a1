import { isTrusted } from './trusted-address.rule.js';

/** How people sign in on the pages: the client that the issuer knows them by, and where they come back to. */
export interface SignInSettings {
  readonly clientId: string;
  /** `null`: a public client, held to its word by PKCE alone. */
  readonly clientSecret: string | null;
  /** 32 bytes: what cookies are encrypted with. */
  readonly cookieKey: Uint8Array;
  /** Where readers find the pages: an origin, without a path. */
  readonly pagesUrl: string;
}

const KEY_BYTES = 32;

/** What is wrong with a cookie key, `null` where nothing is. Never repeats it. */
export function cookieKeyRefusal(text: string): string | null {
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && keyOf(text).length === KEY_BYTES
    ? null
    : 'must be 32 random bytes in base64, as `openssl rand -base64 32` makes them';
}

/** What is wrong with the pages' address, `null` where nothing is. */
export function pagesUrlRefusal(text: string): string | null {
  return isTrusted(text) && new URL(text).origin === text.replace(/\/$/, '')
    ? null
    : 'must be an https address without a path (http on the same machine only)';
}

/** The four settings as they were given; empty where nothing was. */
export interface SignInTexts {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly cookieKey: string;
  readonly pagesUrl: string;
}

/** What is wrong with the settings together: each by itself has been checked. */
export function signInFaults(texts: SignInTexts, isOidc: boolean): readonly string[] {
  const { clientId, clientSecret, cookieKey, pagesUrl } = texts;
  if (clientId === '') {
    return [clientSecret, cookieKey, pagesUrl].some((text) => text !== '')
      ? ['CHARTER_OIDC_CLIENT_ID is needed where other settings of signing in are set']
      : [];
  }
  return [
    ...(isOidc ? [] : ['CHARTER_OIDC_CLIENT_ID has no meaning where CHARTER_AUTH is demo']),
    ...(cookieKey === '' ? ['CHARTER_COOKIE_KEY is needed where CHARTER_OIDC_CLIENT_ID is set'] : []),
    ...(pagesUrl === '' ? ['CHARTER_PAGES_URL is needed where CHARTER_OIDC_CLIENT_ID is set'] : []),
  ];
}

/** The settings that `signInFaults` found nothing wrong with; `null`: nobody signs in on the pages. */
export function signInOf({ clientId, clientSecret, cookieKey, pagesUrl }: SignInTexts): SignInSettings | null {
  if (clientId === '') return null;
  return {
    clientId,
    clientSecret: clientSecret === '' ? null : clientSecret,
    cookieKey: keyOf(cookieKey),
    pagesUrl: new URL(pagesUrl).origin,
  };
}

function keyOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'base64'));
}
