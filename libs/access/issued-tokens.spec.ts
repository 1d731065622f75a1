import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LocalProvider } from './oidc-provider.testkit.js';
import { OidcTokens } from './oidc-tokens.service.js';
import type { Claims } from './token-claims.rule.js';

const CLIENT = { id: 'producer', secret: 'a secret of no worth', address: 'http://127.0.0.1:3000' };
const PRODUCER = { realm_access: { roles: ['charter-producer'] }, charter_sources: ['urn:example:'] };

describe('tokens that a real issuer gives out', () => {
  const provider = new LocalProvider();

  beforeAll(async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await provider.open(CLIENT);
  });
  afterAll(() => provider.close());

  it('stand for the client in its role, bound to its sources', async () => {
    expect(await tokens().verify(await issued(PRODUCER))).toEqual({
      name: 'producer',
      role: 'producer',
      sources: ['urn:example:'],
    });
  });

  it('are the public’s where they name no role', async () => {
    expect(await tokens().verify(await issued({}))).toEqual({ name: 'producer', role: 'public' });
  });

  it('are not valid for another audience, by another issuer, or once they have ended', async () => {
    const token = await issued(PRODUCER);
    expect(await tokens({ audience: 'another' }).verify(token)).toBeNull();
    const anHourLater = (): number => Date.now() + 3_600_000;
    expect(await new OidcTokens(settings(), { clock: anHourLater, cooldown: 0 }).verify(token)).toBeNull();
    const other = new LocalProvider();
    await other.open(CLIENT);
    expect(await tokens({ issuer: other.issuer }).verify(token)).toBeNull();
    await other.close();
  });

  it('are taken with the key that the issuer changes to, and those of the one before no more', async () => {
    const checking = tokens();
    const before = await issued(PRODUCER);
    expect(await checking.verify(before)).not.toBeNull();
    await provider.changeKeys();
    const after = await issued(PRODUCER);
    expect(await checking.verify(after)).toMatchObject({ role: 'producer' });
    expect(await checking.verify(before)).toBeNull();
  });

  it('can be checked by keys that are known while the issuer is away, and not by others', async () => {
    const known = tokens();
    const port = Number(new URL(provider.issuer).port);
    const token = await issued(PRODUCER);
    await known.verify(token);
    await provider.close();
    expect(await known.verify(token)).toMatchObject({ role: 'producer' });
    await expect(new OidcTokens(awaySettings(port)).verify(token)).rejects.toMatchObject({
      code: 'tokens-uncheckable',
    });
    await provider.open(CLIENT, port);
  });

  const awaySettings = (port: number): ReturnType<typeof settings> => ({
    ...SETTINGS,
    issuer: `http://127.0.0.1:${port}`,
  });
  const SETTINGS = { audience: 'charter', roles: 'realm_access.roles' };

  function settings(): typeof SETTINGS & { readonly issuer: string } {
    return { ...SETTINGS, issuer: provider.issuer };
  }

  function tokens(change: Partial<ReturnType<typeof settings>> = {}): OidcTokens {
    return new OidcTokens({ ...settings(), ...change }, { clock: Date.now, cooldown: 0 });
  }

  function issued(claims: Claims): Promise<string> {
    provider.claims = claims;
    return provider.tokenForClient();
  }
});
