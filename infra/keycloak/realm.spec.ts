import { describe, expect, it } from '@jest/globals';
import { principalOf } from '../../libs/access/token-claims.rule.js';
import { ROLES } from '../../libs/access/role.rule.js';
import { readSettings } from '../../libs/settings/settings.settings.js';
import { jsonOf, textOf, yamlOf, type ComposeFile } from '../compose/compose-file.testkit.js';

interface Mapper {
  readonly protocolMapper: string;
  readonly config: Readonly<Record<string, string>>;
}

interface Client {
  readonly clientId: string;
  readonly secret: string;
  readonly serviceAccountsEnabled: boolean;
  readonly directAccessGrantsEnabled: boolean;
  readonly implicitFlowEnabled: boolean;
  readonly protocolMappers: readonly Mapper[];
}

interface User {
  readonly username: string;
  readonly serviceAccountClientId?: string;
  readonly realmRoles: readonly string[];
  readonly email?: string;
  readonly credentials?: readonly { readonly value: string }[];
}

interface Realm {
  readonly realm: string;
  readonly roles: { readonly realm: readonly { readonly name: string }[] };
  readonly clients: readonly Client[];
  readonly users: readonly User[];
}

const realm = jsonOf<Realm>('infra/keycloak/realm.json');
const compose = yamlOf<ComposeFile>('docker-compose.yml');
const { auth } = readSettings(compose.services['intake']?.environment ?? {});
if (auth.scheme !== 'oidc') throw new Error('intake takes demo tokens');

describe('the realm', () => {
  it('is the issuer whom the processes ask', () => {
    const { hostname, port, pathname } = new URL(auth.issuer);
    const keycloak = compose.services['keycloak'];
    expect(pathname).toBe(`/realms/${realm.realm}`);
    expect(keycloak?.environment?.['KC_HOSTNAME']).toBe(new URL(auth.issuer).origin);
    expect(keycloak?.ports).toEqual([`127.0.0.1:${port}:8080`]);
    expect(keycloak?.networks).toEqual({ doors: { aliases: [hostname] } });
  });

  it('has every role but the public’s', () => {
    expect(new Set(realm.roles.realm.map(({ name }) => name))).toEqual(
      new Set(ROLES.filter((role) => role !== 'public').map((role) => `charter-${role}`)),
    );
  });

  it.each(realm.users)('gives $username one role, which the services read', ({ username, realmRoles }) => {
    const { role } = principalOf(username, { realm_access: { roles: realmRoles } }, auth.roles);
    expect(realmRoles).toEqual([`charter-${role}`]);
    expect(role).not.toBe('public');
  });

  it.each(realm.clients)('lets $clientId have tokens for the services, without anybody’s password', (client) => {
    const audiences = client.protocolMappers.map(({ config }) => config['included.custom.audience']);
    expect(audiences).toContain(auth.audience);
    expect(client).toMatchObject({ directAccessGrantsEnabled: false, implicitFlowEnabled: false });
  });

  it.each(realm.clients.filter(({ serviceAccountsEnabled }) => serviceAccountsEnabled))(
    'has an account for the program $clientId',
    ({ clientId }) => {
      const accounts = realm.users.filter(({ serviceAccountClientId }) => serviceAccountClientId === clientId);
      expect(accounts.map(({ username }) => username)).toEqual([`service-account-${clientId}`]);
    },
  );

  it('binds the producer to sources', () => {
    const mappers = realm.clients.find(({ clientId }) => clientId === 'producer')?.protocolMappers ?? [];
    const claim = mappers.find(({ config }) => config['claim.name'] === 'charter_sources')?.config['claim.value'] ?? '';
    expect(JSON.parse(claim)).toEqual(['urn:example:']);
  });

  it('holds no secret, only the names of what .env says, and nobody real', () => {
    const told = Object.keys(compose.services['keycloak']?.environment ?? {});
    const secrets = [
      ...realm.clients.map(({ secret }) => secret),
      ...realm.users.flatMap(({ credentials = [] }) => credentials.map(({ value }) => value)),
    ];
    for (const secret of secrets) {
      expect(secret).toMatch(/^\$\{[A-Z_]+\}$/);
      expect(told).toContain(secret.slice(2, -1));
    }
    const addresses = realm.users.flatMap(({ email = [] }) => email);
    expect(addresses.filter((address) => !address.endsWith('@example.org'))).toEqual([]);
  });
});

describe('Prometheus', () => {
  const { scrape_configs: jobs } = yamlOf<{ readonly scrape_configs: readonly Readonly<Record<string, object>>[] }>(
    'infra/prometheus/prometheus.yml',
  );

  it('signs in as a client of the realm, by a secret that it is handed', () => {
    const [job] = jobs;
    expect(job?.['oauth2']).toEqual({
      client_id: 'prometheus',
      client_secret_file: '/run/secrets/prometheus-secret',
      token_url: `${auth.issuer}/protocol/openid-connect/token`,
    });
    expect(compose.services['prometheus']?.secrets).toEqual(['prometheus-secret']);
    expect(compose.secrets['prometheus-secret']).toEqual({ environment: 'PROMETHEUS_SECRET' });
  });

  it('asks the processes and the collector, at names that they have', () => {
    const named =
      textOf('infra/prometheus/prometheus.yml')
        .match(/names: \[(.*)\]/)?.[1]
        ?.split(', ') ?? [];
    expect(named).toEqual(['intake', 'indicators', 'query', 'dashboards']);
    for (const name of [...named, 'collector']) expect(Object.keys(compose.services)).toContain(name);
  });
});
