import type { Authentication } from './authentication.settings.js';
import { DemoTokens } from './demo-tokens.service.js';
import { OidcTokens } from './oidc-tokens.service.js';
import type { TokenVerifier } from './token-verifier.port.js';

/** Who says whom a bearer token stands for, as the settings have it. */
export function tokensFor(authentication: Authentication): TokenVerifier {
  return authentication.scheme === 'demo' ? new DemoTokens() : new OidcTokens(authentication);
}
