import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { Sealing, type Purpose } from '../../dashboards/sign-in/sealed.codec.js';
import type { IssuerKey } from '../../libs/access/local-issuer.testkit.js';
import { headerTexts, oddNames, oddTexts, oddValues } from './odd-values.testkit.js';

type Members = Readonly<Record<string, unknown>>;

/** A token to be made: what it says, and what is then done to its text. */
export interface Making {
  readonly header: Members;
  readonly claims: Members;
  readonly spoil: (token: string) => string;
}

const HEADER = ['alg', 'kid', 'typ', 'crit', 'b64', 'jwk', 'jku', 'x5c', 'zip', 'enc'];
const CLAIMS = ['sub', 'exp', 'nbf', 'iat', 'aud', 'iss', 'realm_access', 'charter_sources', 'scope', 'azp'];
const LIKELY = fc.constantFrom<unknown>(
  'none',
  'HS256',
  'RS256',
  'ES256',
  ['b64'],
  false,
  { roles: 'charter-admin' },
  [1],
);

/** Odd members in the place of some of an object's own; `null`: left out. */
function oddMembers(names: readonly string[]): fc.Arbitrary<Members> {
  const named = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: oddNames });
  return fc
    .array(fc.tuple(named, fc.oneof(LIKELY, oddValues)), { maxLength: 3 })
    .map((members) => Object.fromEntries(members));
}

/** Leaves a token as it is, or changes one of its parts. */
const spoilings: fc.Arbitrary<(token: string) => string> = fc.oneof(
  { weight: 2, arbitrary: fc.constant((token: string) => token) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat({ max: 5 }), fc.oneof(headerTexts, oddValues.map(encoded))).map(
      ([place, odd]) =>
        (token: string) =>
          token
            .split('.')
            .map((part, index) => (index === place ? odd : part))
            .join('.'),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(), oddTexts).map(
      ([place, odd]) =>
        (token: string) =>
          token.slice(0, place % token.length) + odd.slice(0, 3) + token.slice((place % token.length) + 1),
    ),
  },
);

export const makings: fc.Arbitrary<Making> = fc.record({
  header: oddMembers(HEADER),
  claims: oddMembers(CLAIMS),
  spoil: spoilings,
});

/** A bearer token that is signed, whatever it says. */
export async function signed(key: IssuerKey, issuer: string, { header, claims, spoil }: Making): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const right = {
    iss: issuer,
    aud: 'charter',
    sub: 'somebody',
    exp: now + 600,
    realm_access: { roles: ['charter-staff'] },
  };
  const head = encoded({ alg: key.algorithm, kid: key.kid, ...header });
  const text = `${head}.${encoded({ ...right, ...claims })}`;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await webcrypto.subtle.sign(algorithm, key.privateKey, Buffer.from(text));
  return sendable(spoil(`${text}.${Buffer.from(signature).toString('base64url')}`));
}

/** What this site seals for each purpose. No answer of the issuer belongs to the attempt: nobody was told its state. */
const OWN: Readonly<Record<Purpose, Readonly<Record<string, string>>>> = {
  session: { token: 'x.y.z', viewer: 'staff' },
  attempt: { state: 'told to nobody', nonce: 'told to nobody', verifier: 'v'.repeat(43), from: '/live' },
};

/** A cookie that was sealed with the right key, and then spoilt. */
export async function sealed(key: Uint8Array, purpose: Purpose, { header, claims, spoil }: Making): Promise<string> {
  const content = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, String(value)]));
  const whole = await new Sealing(key, Date.now).seal(purpose, { ...content, ...OWN[purpose] }, 600);
  const [, ...rest] = whole.split('.');
  const head =
    Object.keys(header).length === 0 ? whole.split('.')[0] : encoded({ alg: 'dir', enc: 'A256GCM', ...header });
  return sendable(spoil([head, ...rest].join('.'))).replaceAll(';', '');
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function sendable(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 6_000);
}
