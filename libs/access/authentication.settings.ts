import type { SignInSettings } from './sign-in.settings.js';
import { isTrusted } from './trusted-address.rule.js';

/** How callers are told apart. */
export type Authentication = { readonly scheme: 'demo' } | ({ readonly scheme: 'oidc' } & OidcSettings);

/** Whose tokens are taken, and how they are read. */
export interface OidcSettings {
  /** The issuer's address, exactly as its tokens and its discovery document state it. */
  readonly issuer: string;
  /** Who a token must be meant for. */
  readonly audience: string;
  /** Where a token says what its bearer may do: names of claims, separated by dots. */
  readonly roles: string;
  /** How people sign in on the pages; absent: nobody does. */
  readonly signIn?: SignInSettings;
}

/** What is wrong with an issuer's address, `null` where nothing is. */
export function issuerRefusal(text: string): string | null {
  if (isTrusted(text) && !/[?#]/.test(text)) return null;
  return 'must be an https address without query or fragment (http on the same machine only)';
}

/** What is wrong with a claim path, `null` where nothing is. */
export function claimPathRefusal(text: string): string | null {
  return /^[^\s.]+(\.[^\s.]+)*$/.test(text) ? null : 'must be names of claims, separated by dots';
}
