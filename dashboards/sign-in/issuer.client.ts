import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import type { Principal } from '../../libs/access/principal.rule.js';
import { OidcTokens } from '../../libs/access/oidc-tokens.service.js';
import { PAGES_SETTINGS, type PagesSettings, type SignIn } from '../pages.settings.js';

/** Where the issuer sends readers back to. */
export const WAY_BACK = '/sign-in/back';

/** Longest wait for an answer of the issuer, in seconds. */
const LONGEST_WAIT = 5;
/** Longest time signed in, in seconds, however long the issuer's tokens last. */
const LONGEST_SESSION = 8 * 3_600;
/** Seconds signed in where the issuer does not say how long its token lasts. */
const SESSION_UNTOLD = 300;

/** What must be the same when a reader comes back. */
export type Attempt = Readonly<Record<'state' | 'nonce' | 'verifier', string>>;

/** Who has come back: their token, how many seconds it lasts, and whom it stands for. */
export interface Arrival {
  readonly token: string;
  readonly lasts: number;
  readonly principal: Principal;
}

/** Signing in at an OpenID Connect issuer, by authorisation code with PKCE (RFC 7636). */
@Injectable()
export class IssuerClient {
  private discovery: Promise<openid.Configuration> | null = null;
  private readonly tokens: OidcTokens | null;

  constructor(@Inject(PAGES_SETTINGS) private readonly settings: PagesSettings) {
    this.tokens = settings.signIn === null ? null : new OidcTokens(settings.signIn);
  }

  /** The issuer's address to send a reader to. Rejects while the issuer cannot be asked. */
  async addressFor({ state, nonce, verifier }: Attempt): Promise<URL> {
    return openid.buildAuthorizationUrl(await this.issuer(), {
      redirect_uri: `${this.signIn.pagesUrl}${WAY_BACK}`,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Takes the code that a reader comes back with for a token, which must be one that query will take. `null` where the
   * answer does not belong to the attempt, or the token is not valid; rejects where that cannot be told.
   */
  async arrival(query: string, { state, nonce, verifier }: Attempt): Promise<Arrival | null> {
    const asked = new URL(`${this.signIn.pagesUrl}${WAY_BACK}${query}`);
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    const issuer = await this.issuer();
    const given = await openid.authorizationCodeGrant(issuer, asked, checks).catch(refusedOrRethrown);
    if (given === null) return null;
    const principal = (await this.tokens?.verify(given.access_token)) ?? null;
    const lasts = Math.min(given.expiresIn() ?? SESSION_UNTOLD, LONGEST_SESSION);
    return principal === null ? null : { token: given.access_token, lasts, principal };
  }

  /** Where a reader can sign out of the issuer; `null` where it offers that nowhere, or cannot be asked. */
  async addressToLeave(): Promise<URL | null> {
    const issuer = await this.issuer().catch(() => null);
    if (issuer?.serverMetadata().end_session_endpoint === undefined) return null;
    return openid.buildEndSessionUrl(issuer, { post_logout_redirect_uri: `${this.signIn.pagesUrl}/` });
  }

  private get signIn(): SignIn {
    if (this.settings.signIn === null) throw new Error('nobody signs in on these pages');
    return this.settings.signIn;
  }

  /** Asked once for where its doors are; again if that failed. */
  private issuer(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.signIn;
    const bySecret = clientSecret === null ? openid.None() : openid.ClientSecretBasic(clientSecret);
    const execute = issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
    this.discovery ??= openid
      .discovery(new URL(issuer), clientId, undefined, bySecret, { execute, timeout: LONGEST_WAIT })
      .catch((error: unknown) => {
        this.discovery = null;
        throw error;
      });
    return this.discovery;
  }
}

/** What is drawn at random for an attempt. */
export function newAttempt(): Attempt {
  return { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() };
}

/** Codes of answers that are wrong in themselves, as against ones that could not be had. */
const WRONG_ANSWERS = new Set<unknown>([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  // Parameters of another flow, which nobody has asked for.
  'OAUTH_UNSUPPORTED_OPERATION',
]);

/** `null` for what the issuer refused or did not answer to this attempt; what may pass is thrown on. */
function refusedOrRethrown(error: unknown): null {
  const isRefused =
    error instanceof openid.AuthorizationResponseError ||
    (error instanceof openid.ResponseBodyError && error.status < 500) ||
    (error instanceof openid.ClientError && WRONG_ANSWERS.has(error.code));
  if (isRefused) return null;
  throw error;
}
