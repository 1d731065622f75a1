import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { exportSPKI } from 'jose';
import { LocalIssuer, makeKey, type IssuerKey } from './local-issuer.testkit.js';
import { OidcTokens } from './oidc-tokens.service.js';
import type { Claims } from './token-claims.rule.js';

const NOW = Date.parse('2026-04-01T12:00:00Z');
const seconds = NOW / 1000;
const STAFF = { name: 'somebody', role: 'staff' };

describe('tokens of an issuer', () => {
  let first: IssuerKey;
  let second: IssuerKey;
  let issuer: LocalIssuer;
  let tokens: OidcTokens;

  beforeAll(async () => {
    [first, second] = await Promise.all([makeKey('first', 'ES256'), makeKey('second', 'ES256')]);
  });

  beforeEach(async () => {
    issuer = new LocalIssuer();
    issuer.published = [first];
    await issuer.open();
    tokens = tokensOf({ cooldown: 0 });
  });

  afterEach(() => issuer.close());

  function tokensOf({ cooldown }: { readonly cooldown: number }): OidcTokens {
    const settings = { issuer: issuer.issuer, audience: 'charter', roles: 'realm_access.roles' };
    return new OidcTokens(settings, { clock: () => NOW, cooldown });
  }

  function claims(change: Claims = {}): Claims {
    return {
      iss: issuer.issuer,
      aud: ['account', 'charter'],
      sub: 'somebody',
      exp: seconds + 300,
      realm_access: { roles: ['charter-staff'] },
      ...change,
    };
  }

  it('stand for the subject in its role', async () => {
    expect(await tokens.verify(await issuer.sign(first, claims()))).toEqual(STAFF);
  });

  it.each(['RS256', 'PS256', 'EdDSA'])('may be signed with %s', async (algorithm) => {
    const key = await makeKey('other', algorithm);
    issuer.published = [first, key];
    expect(await tokens.verify(await issuer.sign(key, claims()))).toEqual(STAFF);
  });

  it('bear the public’s role where they name none', async () => {
    const token = await issuer.sign(first, claims({ realm_access: {} }));
    expect(await tokens.verify(token)).toEqual({ name: 'somebody', role: 'public' });
  });

  it('bind a producer to sources', async () => {
    const roles = { realm_access: { roles: ['charter-producer'] }, charter_sources: ['urn:example:claims:'] };
    expect(await tokens.verify(await issuer.sign(first, claims(roles)))).toEqual({
      name: 'somebody',
      role: 'producer',
      sources: ['urn:example:claims:'],
    });
  });

  it.each<readonly [string, Claims, typeof STAFF | null]>([
    ['expired within the clocks’ difference', { exp: seconds - 59 }, STAFF],
    ['expired', { exp: seconds - 61 }, null],
    ['valid from within the clocks’ difference', { nbf: seconds + 59 }, STAFF],
    ['not valid yet', { nbf: seconds + 61 }, null],
    ['of another issuer', { iss: 'https://issuer.example' }, null],
    ['meant for somebody else', { aud: 'account' }, null],
    ['meant for nobody', { aud: [] }, null],
    ['of nobody', { sub: undefined }, null],
    ['of no end', { exp: undefined }, null],
  ])('are judged where %s', async (_story, change, principal) => {
    expect(await tokens.verify(await issuer.sign(first, claims(change)))).toEqual(principal);
  });

  it('are not valid when another key has signed them in a known one’s name', async () => {
    expect(await tokens.verify(await issuer.sign(second, claims(), { kid: 'first' }))).toBeNull();
  });

  it('are not valid when the rest has been changed', async () => {
    const [header, , signature] = (await issuer.sign(first, claims())).split('.');
    const changed = encoded(claims({ realm_access: { roles: ['charter-admin'] } }));
    expect(await tokens.verify(`${header}.${changed}.${signature}`)).toBeNull();
  });

  it('are not valid without a signature, or with the public key for a secret; the issuer is not even asked', async () => {
    const unsigned = `${encoded({ alg: 'none', kid: 'first' })}.${encoded(claims())}`;
    expect(await tokens.verify(`${unsigned}.`)).toBeNull();
    const keyed = `${encoded({ alg: 'HS256', kid: 'first' })}.${encoded(claims())}`;
    const signature = createHmac('sha256', await exportSPKI(first.publicKey))
      .update(keyed)
      .digest('base64url');
    expect(await tokens.verify(`${keyed}.${signature}`)).toBeNull();
    expect(issuer.asked).toEqual([]);
  });

  it.each(['', 'demo-admin', '..', 'a.b.c', 'x'.repeat(10_000), '{"alg":"ES256"}'])('are none: %j', async (token) => {
    expect(await tokens.verify(token)).toBeNull();
    expect(issuer.asked).toEqual([]);
  });

  it('are checked without asking again', async () => {
    for (let times = 0; times < 5; times++) await tokens.verify(await issuer.sign(first, claims()));
    expect(issuer.asked).toEqual(['/realms/charter/.well-known/openid-configuration', '/realms/charter/keys']);
  });

  it('may be signed with a key that the issuer has changed to', async () => {
    const token = await issuer.sign(second, claims());
    expect(await tokens.verify(token)).toBeNull();
    issuer.published = [second];
    expect(await tokens.verify(token)).toEqual(STAFF);
    expect(await tokens.verify(await issuer.sign(first, claims()))).toBeNull();
  });

  it('with unknown keys do not make it ask the issuer each time', async () => {
    tokens = tokensOf({ cooldown: 30_000 });
    const unknown = await issuer.sign(second, claims());
    for (let times = 0; times < 5; times++) expect(await tokens.verify(unknown)).toBeNull();
    expect(issuer.asked).toHaveLength(2);
  });

  describe('while the issuer', () => {
    const uncheckable = { code: 'tokens-uncheckable', retriable: true };

    it('is away cannot be checked, and can when it is back', async () => {
      const token = await issuer.sign(first, claims());
      issuer.isBroken = true;
      await expect(tokens.verify(token)).rejects.toMatchObject(uncheckable);
      issuer.isBroken = false;
      expect(await tokens.verify(token)).toEqual(STAFF);
    });

    it('cannot be reached cannot be checked', async () => {
      const token = await issuer.sign(first, claims());
      await issuer.close();
      await expect(tokens.verify(token)).rejects.toMatchObject(uncheckable);
      await issuer.open();
    });

    it('is away can be checked with the keys that are known', async () => {
      const token = await issuer.sign(first, claims());
      await tokens.verify(token);
      issuer.isBroken = true;
      expect(await tokens.verify(token)).toEqual(STAFF);
    });

    it.each<readonly [string, Readonly<Record<string, unknown>>]>([
      ['says that it is another', { issuer: 'https://issuer.example' }],
      ['has its keys where anybody could change them', { jwks_uri: 'http://issuer.example/keys' }],
      ['names no keys', { jwks_uri: undefined }],
    ])('%s cannot be checked', async (_story, discovery) => {
      issuer.discovery = discovery;
      const token = await issuer.sign(first, claims());
      await expect(tokens.verify(token)).rejects.toMatchObject(uncheckable);
    });
  });
});

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
