import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import type { Claims } from './token-claims.rule.js';

/** A key of the issuer. */
export interface IssuerKey {
  readonly kid: string;
  readonly algorithm: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

export async function makeKey(kid: string, algorithm: string): Promise<IssuerKey> {
  return { kid, algorithm, ...(await generateKeyPair(algorithm, { extractable: true })) };
}

/** An OpenID Connect issuer on this machine: a discovery document and the keys that it publishes just now. */
export class LocalIssuer {
  published: readonly IssuerKey[] = [];
  /** Changes the discovery document. */
  discovery: Readonly<Record<string, unknown>> = {};
  /** Answers everything with an error. */
  isBroken = false;
  /** Paths asked for. */
  readonly asked: string[] = [];
  private readonly server = createServer((request, response) => {
    this.asked.push(request.url ?? '');
    void this.answer(request.url).then((answer) => {
      response.statusCode = answer === null || this.isBroken ? 500 : 200;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });

  async open(): Promise<void> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/realms/charter`;
  }

  /** A token that `key` signs; `claims` and `header` change what it says. */
  async sign(key: IssuerKey, claims: Claims, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: key.algorithm, kid: key.kid, ...header })
      .sign(key.privateKey);
  }

  private async answer(path: string | undefined): Promise<unknown> {
    if (path === '/realms/charter/.well-known/openid-configuration') {
      return { issuer: this.issuer, jwks_uri: `${this.issuer}/keys`, ...this.discovery };
    }
    if (path !== '/realms/charter/keys') return null;
    const keys = this.published.map(async ({ kid, publicKey }) => ({ ...(await exportJWK(publicKey)), kid }));
    return { keys: await Promise.all(keys) };
  }
}
