import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalIssuer, makeKey, type IssuerKey } from '../../libs/access/local-issuer.testkit.js';
import type { Claims } from '../../libs/access/token-claims.rule.js';
import { openKafka } from '../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import { CuttingProxy } from '../../libs/store/cutting-proxy.testkit.js';
import type { RunningSystem } from '../doors/running-system.testkit.js';
import { killAll, newPlace, startService, type Place } from '../stack/distributed-system.testkit.js';
import { expectCountedOnce, tell } from './counted-once.testkit.js';
import { linesOf } from './load.testkit.js';

const lines = linesOf({ scale: 0.0006, seed: 15, faults: false });
const figures = '/v1/observations?measure=calls-answered&grain=month&from=2025-04-01&to=2026-03-31';

describe('an issuer of tokens that cannot be reached (fault 15)', () => {
  const issuer = new LocalIssuer();
  const started: RunningSystem[] = [];
  const accepted: string[] = [];
  let way: CuttingProxy;
  let known: IssuerKey;
  let unknown: IssuerKey;
  let place: Place;
  let intake: RunningSystem;
  let query: RunningSystem;
  /** Of the same place, with tokens that need no issuer: it shows whether the figures are right all the while. */
  let witness: RunningSystem;

  beforeAll(async () => {
    [known, unknown] = await Promise.all([makeKey('known', 'ES256'), makeKey('unknown', 'ES256')]);
    await issuer.open();
    way = new CuttingProxy({ host: '127.0.0.1', port: Number(new URL(issuer.issuer).port) });
    await way.open();
    issuer.discovery = { issuer: address(), jwks_uri: `${address()}/keys` };
    await way.close();
    place = newPlace();
    const environment = { CHARTER_AUTH: 'oidc', CHARTER_OIDC_ISSUER: address(), CHARTER_OIDC_AUDIENCE: 'charter' };
    started.push(await startService('indicators', place, { environment }));
    [intake, query, witness] = await Promise.all([
      startService('intake', place, { environment }),
      startService('query', place, { environment }),
      startService('query', place),
    ]);
    started.push(intake, query, witness);
  }, 120_000);
  afterAll(async () => {
    await killAll(...started);
    await way.close();
    await issuer.close();
  });

  const address = (): string => `http://127.0.0.1:${way.port}/realms/charter`;
  const token = (key: IssuerKey, role: string, change: Claims = {}): Promise<string> =>
    issuer.sign(key, {
      iss: address(),
      aud: 'charter',
      sub: 'somebody',
      exp: Date.now() / 1_000 + 3_600,
      realm_access: { roles: [`charter-${role}`] },
      ...change,
    });
  const read = (bearer?: string): Promise<number> => statusOf(new URL(figures, query.url), bearer);
  const send = async (bearer: string | undefined, batch: readonly string[]): Promise<number> => {
    const body = `[${batch.join(',')}]`;
    const status = await statusOf(new URL('/v1/events', intake.url), bearer, body);
    if (status === 202) accepted.push(...batch);
    return status;
  };

  /** Tokens that must be let in nowhere, whoever answers. */
  const bad = async (): Promise<readonly (string | undefined)[]> => {
    const forged = { ...unknown, kid: known.kid };
    return [
      undefined,
      'demo-staff',
      unsigned(await token(known, 'admin')),
      await token(forged, 'admin'),
      await token(known, 'admin', { exp: Date.now() / 1_000 - 3_600 }),
      await token(known, 'admin', { iss: 'http://127.0.0.1:9/realms/charter' }),
    ];
  };
  const expectNobodyIn = async (others: readonly string[]): Promise<number> => {
    const tried = [...(await bad()), ...others];
    for (const bearer of tried) {
      expect([401, 503]).toContain(await read(bearer));
      expect([401, 503]).toContain(await send(bearer, lines.slice(-2)));
    }
    return tried.length;
  };

  it('from the start: nobody is let in, everything else works, and figures go on', async () => {
    const good = [await token(known, 'staff'), await token(known, 'importer')];
    const tried = await expectNobodyIn(good);
    expect(await Promise.all(good.map((bearer) => read(bearer)))).toEqual([503, 503]);
    expect(await statusOf(new URL('/v1/measures', query.url))).toBe(200);
    const log = await openKafka(kafkaSettings({ ...place, ssl: false, sasl: '', clientId: 'test' }), null);
    const first = lines.slice(0, 400);
    await log.append(first.map((value) => ({ key: subjectOf(value), value })));
    await log.close();
    accepted.push(...first);
    tell(`issuer absent, ${tried} tokens not let in`, await expectCountedOnce(witness.url, { accepted }));
  }, 120_000);

  it('after it was: keys that are known stay good, no other is let in, and nothing is lost', async () => {
    issuer.published = [known];
    await way.open();
    const [staff, importer] = await Promise.all([token(known, 'staff'), token(known, 'importer')]);
    expect([await read(staff), await send(importer, lines.slice(400, 800))]).toEqual([200, 202]);
    await way.close();
    const tried = await expectNobodyIn([await token(unknown, 'staff'), await token(unknown, 'importer')]);
    for (let from = 800; from < 1_600; from += 100) {
      expect([await send(importer, lines.slice(from, from + 100)), await read(staff)]).toEqual([202, 200]);
    }
    issuer.isBroken = true;
    await way.open();
    await expectNobodyIn([await token(unknown, 'staff'), await token(unknown, 'importer')]);
    expect([await send(importer, lines.slice(1_600, 1_700)), await read(staff)]).toEqual([202, 200]);
    tell(`issuer gone, then broken, ${tried} tokens not let in`, await expectCountedOnce(witness.url, { accepted }));
  }, 180_000);

  it('and back with another key: that is let in by itself', async () => {
    issuer.isBroken = false;
    issuer.published = [unknown];
    const staff = await token(unknown, 'staff');
    const late = performance.now() + 60_000;
    let status = await read(staff);
    // An unknown key makes the issuer be asked again once in thirty seconds.
    while (status !== 200 && performance.now() < late) {
      expect([401, 503]).toContain(status);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      status = await read(staff);
    }
    expect(status).toBe(200);
  }, 120_000);
});

async function statusOf(url: URL, bearer?: string, body?: string): Promise<number> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/cloudevents-batch+json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** The same claims, with a header that says that nobody has signed them. */
function unsigned(signed: string): string {
  const [, claims = ''] = signed.split('.');
  return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
}

function subjectOf(line: string): string {
  return (JSON.parse(line) as { readonly subject: string }).subject;
}
