import { randomBytes } from 'node:crypto';
import { LocalIssuer, makeKey, type IssuerKey } from '../../libs/access/local-issuer.testkit.js';
import { ROLES } from '../../libs/access/role.rule.js';

/** An issuer on this machine, and the keys of a system that takes its tokens. */
export interface Issued {
  readonly issuer: LocalIssuer;
  readonly key: IssuerKey;
  readonly cookieKey: Uint8Array;
}

/** Opens an issuer that can be asked where its doors are, and gives no token to anybody. */
export async function openIssuer(): Promise<Issued> {
  const issuer = new LocalIssuer();
  await issuer.open();
  const key = await makeKey('key-1', 'ES256');
  issuer.published = [key];
  issuer.discovery = {
    authorization_endpoint: `${issuer.issuer}/auth`,
    token_endpoint: `${issuer.issuer}/token`,
    end_session_endpoint: `${issuer.issuer}/logout`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
  };
  return { issuer, key, cookieKey: randomBytes(32) };
}

/** The settings of a system that takes its tokens, in which nobody is told to wait. */
export function settingsFor({ issuer, cookieKey }: Issued): Readonly<Record<string, string>> {
  return {
    CHARTER_AUTH: 'oidc',
    CHARTER_OIDC_ISSUER: issuer.issuer,
    CHARTER_OIDC_AUDIENCE: 'charter',
    CHARTER_OIDC_CLIENT_ID: 'pages',
    CHARTER_COOKIE_KEY: Buffer.from(cookieKey).toString('base64'),
    CHARTER_PAGES_URL: 'http://127.0.0.1:3000',
    CHARTER_REQUESTS: ROLES.map((role) => `${role}=1000000`).join(','),
    CHARTER_STREAMS: ROLES.map((role) => `${role}=1000000`).join(','),
  };
}
