import type { Principal } from './principal.rule.js';

/** Says who a bearer token stands for. */
export interface TokenVerifier {
  /**
   * The principal, or `null` for a token that is not valid. Rejects if that cannot be told: nobody is then let in.
   * @throws TokensUncheckable where it can be told later
   */
  verify(token: string): Promise<Principal | null>;
}

/** Whoever issues the tokens cannot be asked for what it takes to check them. */
export class TokensUncheckable extends Error {
  readonly code = 'tokens-uncheckable';
  readonly retriable = true;
  constructor(issuer: string, options: { readonly cause: unknown }) {
    super(`Tokens of ${issuer} cannot be checked`, options);
  }
}

/** Injection token of the application's verifier. */
export const TOKEN_VERIFIER = Symbol('TokenVerifier');
