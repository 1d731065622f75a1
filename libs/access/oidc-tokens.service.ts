import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { OidcSettings } from './authentication.settings.js';
import type { Principal } from './principal.rule.js';
import { principalOf } from './token-claims.rule.js';
import { TokensUncheckable, type TokenVerifier } from './token-verifier.port.js';
import { isTrusted } from './trusted-address.rule.js';

/** Signatures that are believed, whatever a token or the issuer says: asymmetric ones only. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Seconds by which the issuer's clock and this one may differ. */
const CLOCK_SKEW_SECONDS = 60;

/** Longest wait for an answer of the issuer, in milliseconds. */
const LONGEST_WAIT = 5_000;

/** How long the issuer's keys are good for without asking again, in milliseconds. */
const KEYS_GOOD_FOR = 600_000;

/** What says that a token is not valid; anything else says that this could not be told. */
const FAULTS_OF_A_TOKEN = [
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSMultipleMatchingKeys,
  errors.JWKSNoMatchingKey,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
];

export interface OidcSurroundings {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** How often an unknown key makes the issuer's keys be asked for again, at most; in milliseconds. */
  readonly cooldown: number;
}

/**
 * Bearer tokens of an OpenID Connect issuer: JSON Web Tokens signed with a key that it publishes. A key that is not known
 * yet is asked for, so that the issuer can change its keys. Tokens that could never be valid do not reach the issuer.
 */
export class OidcTokens implements TokenVerifier {
  private discovery: Promise<JWTVerifyGetKey> | null = null;

  constructor(
    private readonly settings: OidcSettings,
    private readonly surroundings: OidcSurroundings = { clock: Date.now, cooldown: 30_000 },
  ) {}

  /** @throws TokensUncheckable while the issuer cannot be asked for its keys */
  async verify(token: string): Promise<Principal | null> {
    const { issuer, audience, roles } = this.settings;
    try {
      const { payload } = await jwtVerify(token, async (...asked) => (await this.keys())(...asked), {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_SKEW_SECONDS,
        currentDate: new Date(this.surroundings.clock()),
        requiredClaims: ['exp', 'sub'],
      });
      return typeof payload.sub === 'string' ? principalOf(payload.sub, payload, roles) : null;
    } catch (error) {
      if (FAULTS_OF_A_TOKEN.some((fault) => error instanceof fault)) return null;
      throw new TokensUncheckable(issuer, { cause: error });
    }
  }

  /** The issuer's keys. Where they are is asked once; again if that failed. */
  private keys(): Promise<JWTVerifyGetKey> {
    this.discovery ??= this.discover().catch((error: unknown) => {
      this.discovery = null;
      throw error;
    });
    return this.discovery;
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const { issuer } = this.settings;
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    if (!answer.ok) throw new Error(`the discovery document was answered with ${answer.status}`);
    return createRemoteJWKSet(keysAddress(await answer.json(), issuer), {
      timeoutDuration: LONGEST_WAIT,
      cooldownDuration: this.surroundings.cooldown,
      cacheMaxAge: KEYS_GOOD_FOR,
    });
  }
}

/** @throws Error for a discovery document of another issuer, or without an address that can be trusted */
function keysAddress(document: unknown, issuer: string): URL {
  if (typeof document !== 'object' || document === null || !('issuer' in document) || !('jwks_uri' in document)) {
    throw new Error('the discovery document names no keys');
  }
  if (document.issuer !== issuer) throw new Error('the discovery document is of another issuer');
  if (typeof document.jwks_uri !== 'string' || !isTrusted(document.jwks_uri)) {
    throw new Error('the discovery document names keys at an address that cannot be trusted');
  }
  return new URL(document.jwks_uri);
}
