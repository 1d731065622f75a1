import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider, type Configuration, type JWK } from 'oidc-provider';
import type { Claims } from './token-claims.rule.js';

/** A client that the provider knows, and where its readers go back to. */
export interface ProviderClient {
  readonly id: string;
  readonly secret: string;
  readonly address: string;
}

/**
 * A real OpenID Connect provider on this machine. Whoever comes to sign in is let in at once as `account`; access tokens
 * are JSON Web Tokens for `charter`, with `claims` in them.
 */
export class LocalProvider {
  account = 'somebody';
  claims: Claims = {};
  /** Refuses everybody who comes to sign in. */
  isRefusing = false;
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request, response);
  });
  private provider: Provider | null = null;
  private client: ProviderClient = { id: 'pages', secret: 'a secret of no worth', address: 'http://127.0.0.1' };

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @param port 0: any that is free */
  async open(client: ProviderClient, port = 0): Promise<void> {
    this.client = client;
    await once(this.server.listen(port, '127.0.0.1'), 'listening');
    await this.changeKeys();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  /** Signs with another key from now on, and publishes no older one. */
  async changeKeys(): Promise<void> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: crypto.randomUUID() };
    this.provider = new Provider(this.issuer, this.configuration(key));
  }

  /** An access token that the client gets for itself, as programs do. */
  async tokenForClient(): Promise<string> {
    const { id, secret } = this.client;
    const answer = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${id}:${encodeURIComponent(secret)}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: 'urn:charter' }),
    });
    return ((await answer.json()) as { readonly access_token: string }).access_token;
  }

  private configuration(key: JWK): Configuration {
    const { id, secret, address } = this.client;
    return {
      clients: [
        {
          client_id: id,
          client_secret: secret,
          redirect_uris: [`${address}/sign-in/back`],
          post_logout_redirect_uris: [`${address}/`],
          grant_types: ['authorization_code', 'client_credentials'],
          id_token_signed_response_alg: 'ES256',
        },
      ],
      jwks: { keys: [key] },
      cookies: { keys: ['synthetic'] },
      ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 300, IdToken: 300, ClientCredentials: 300 },
      pkce: { required: () => true },
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        rpInitiatedLogout: { enabled: true },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => 'urn:charter',
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({
            scope: '',
            audience: 'charter',
            accessTokenFormat: 'jwt',
            accessTokenTTL: 300,
            jwt: { sign: { alg: 'ES256' } },
          }),
        },
      },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
      extraTokenClaims: () => ({ ...this.claims }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({
          ...(oidc.client === undefined ? {} : { clientId: oidc.client.clientId }),
          ...(oidc.session?.accountId === undefined ? {} : { accountId: oidc.session.accountId }),
        });
        grant.addOIDCScope('openid');
        grant.addResourceScope('urn:charter', '');
        await grant.save();
        return grant;
      },
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { provider } = this;
    if (provider === null) throw new Error('the provider is not open');
    if (request.url?.startsWith('/interaction/') !== true) return provider.callback()(request, response);
    const result = this.isRefusing ? { error: 'access_denied' } : { login: { accountId: this.account } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
}
