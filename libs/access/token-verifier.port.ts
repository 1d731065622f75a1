import type { Principal } from './principal.rule.js';

/** Says who a bearer token stands for. */
export interface TokenVerifier {
  /** The principal, or `null` for a token that is not valid. Rejects if that cannot be told: nobody is then let in. */
  verify(token: string): Promise<Principal | null>;
}

/** Injection token of the application's verifier. */
export const TOKEN_VERIFIER = Symbol('TokenVerifier');
