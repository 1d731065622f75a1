import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LocalProvider } from '../../libs/access/oidc-provider.testkit.js';
import { OidcTokens } from '../../libs/access/oidc-tokens.service.js';
import type { Claims } from '../../libs/access/token-claims.rule.js';
import { filledIn, jsonOf, yamlOf, type ComposeFile } from '../compose/compose-file.testkit.js';
import { readSettings } from '../../libs/settings/settings.settings.js';

interface Mapper {
  readonly protocolMapper: string;
  readonly config: Readonly<Record<string, string>>;
}

interface Client {
  readonly clientId: string;
  readonly redirectUris?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly protocolMappers: readonly Mapper[];
}

interface User {
  readonly username: string;
  readonly serviceAccountClientId?: string;
  readonly realmRoles: readonly string[];
}

const { clients, users } = jsonOf<{ readonly clients: readonly Client[]; readonly users: readonly User[] }>(
  'infra/keycloak/realm.json',
);
const compose = yamlOf<ComposeFile>('docker-compose.yml');
const { auth } = readSettings(filledIn(compose.services['dashboards']?.environment ?? {}));
if (auth.scheme !== 'oidc') throw new Error('the pages take demo tokens');

/** What Keycloak puts into an account's tokens: its roles where Keycloak always puts them, and what the client's mappers add. */
function claimsOf({ realmRoles, serviceAccountClientId = 'pages' }: User): Claims {
  const { protocolMappers = [] } = clients.find(({ clientId }) => clientId === serviceAccountClientId) ?? {};
  const added = protocolMappers
    .filter(
      ({ protocolMapper, config }) => /hardcoded-claim/.test(protocolMapper) && config['access.token.claim'] === 'true',
    )
    .map(({ config }) => [config['claim.name'] ?? '', JSON.parse(config['claim.value'] ?? 'null') as unknown] as const);
  return { realm_access: { roles: [...realmRoles, 'offline_access'] }, ...Object.fromEntries(added) };
}

describe('tokens as the realm makes them', () => {
  const provider = new LocalProvider();
  const roles = ['producer', 'importer', 'compiler', 'admin', 'scrutiny', 'staff', 'compiler', 'auditor', 'admin'];

  beforeAll(async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await provider.open({ id: 'pages', secret: 'a secret of no worth', address: 'http://127.0.0.1:3000' });
  });
  afterAll(() => provider.close());

  it.each(users.map((user, at) => [user.username, roles[at], user] as const))(
    'let %s in as %s, when an issuer has signed them',
    async (_, role, user) => {
      provider.claims = claimsOf(user);
      const tokens = new OidcTokens({ ...auth, issuer: provider.issuer });
      expect(await tokens.verify(await provider.tokenForClient())).toEqual({
        name: 'pages',
        role,
        ...(role === 'producer' ? { sources: ['urn:example:'] } : {}),
      });
    },
  );

  it('are given to the pages where these say that they are', () => {
    const pages = clients.find(({ clientId }) => clientId === auth.signIn?.clientId);
    expect(pages?.redirectUris).toEqual([`${auth.signIn?.pagesUrl}/sign-in/back`]);
    expect(pages?.attributes).toMatchObject({
      'pkce.code.challenge.method': 'S256',
      'post.logout.redirect.uris': `${auth.signIn?.pagesUrl}/`,
    });
  });
});
