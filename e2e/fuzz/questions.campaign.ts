import fc from 'fast-check';
import type { Asked } from './asked.testkit.js';
import { addressTexts, bearer, headerTexts, oddNames, oddTexts, tokens } from './odd-values.testkit.js';

/** What can be asked of the system that is tried, as it says itself. */
export interface Questions {
  /** `/v1/measures/{id}` with the names of the members of its query. */
  readonly routes: readonly { readonly path: string; readonly members: readonly string[] }[];
  readonly measures: readonly string[];
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      { readonly get?: { readonly parameters?: readonly { readonly name: string; readonly in: string }[] } }
    >
  >;
}

/** Reads off the system's own document what there is to be asked. */
export async function questionsOf(url: string): Promise<Questions> {
  const [document, { measures }] = (await Promise.all([
    fetch(`${url}/v1/openapi.json`).then((answer) => answer.json()),
    fetch(`${url}/v1/measures`).then((answer) => answer.json()),
  ])) as [Document, { readonly measures: readonly { readonly id: string }[] }];
  const routes = Object.entries(document.paths).flatMap(([path, { get }]) =>
    get === undefined
      ? []
      : [{ path, members: (get.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name) }],
  );
  return { routes, measures: measures.map(({ id }) => id) };
}

const LIKELY = [
  ...['day', 'week', 'month', 'quarter', 'year', 'benefit', 'channel', 'waiting', 'benefit,channel', 'ADP', 'online'],
  ...[
    '2025-04-01',
    '2025-06-30',
    '2026-03-31',
    '2025-04',
    '2025-26',
    '2025-W20',
    '2025-26-Q1',
    '2018-19',
    'csv',
    'json',
  ],
  ...[
    '2019',
    '2.2',
    '2.10',
    'S2-M31',
    'S1-M11',
    'all',
    'indicators',
    'provisional',
    'final',
    'exact',
    'published',
    '5',
  ],
];

/** Any question of any route, mostly of members that it has and values that could be right. */
export function oddQuestions({ routes, measures }: Questions): fc.Arbitrary<Asked> {
  const likely = fc.constantFrom(...LIKELY, ...measures.slice(0, 20));
  const values = fc.oneof({ weight: 3, arbitrary: likely }, { weight: 2, arbitrary: addressTexts });
  const filters = fc.constantFrom('filter[benefit]', 'filter[channel]', 'filter[waiting]', 'filter[a][b]', 'filter');
  return fc.constantFrom(...routes).chain(({ path, members }) => {
    const own = members.length === 0 ? filters : fc.constantFrom(...members);
    const names = fc.oneof(
      { weight: 8, arbitrary: own },
      { weight: 1, arbitrary: filters },
      { weight: 1, arbitrary: oddNames.map((name) => encodeURIComponent(name.toWellFormed())) },
    );
    const wanted = members.includes('measure')
      ? fc.constantFrom(...measures).map((id) => [['measure', id] as const])
      : fc.constant([]);
    return fc
      .tuple(
        wanted,
        fc.array(fc.tuple(names, values), { maxLength: 6 }),
        fc.array(values, { minLength: 4, maxLength: 4 }),
      )
      .chain(([first, more, parts]) => {
        let part = 0;
        const filled = path.replaceAll(/\{[^}]+\}/g, () => (parts[part++] ?? '').replaceAll('/', '%2F') || 'x');
        const query = [...first, ...more].map((pair) => pair.join('=')).join('&');
        return fc.record({
          method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD'),
          path: fc.constant(`${filled}?${query}`.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 8_000)),
          headers: tokens.map(bearer),
        });
      });
  });
}

const HEADERS = [
  ...['authorization', 'accept', 'accept-encoding', 'accept-language', 'last-event-id', 'if-none-match', 'range'],
  ...[
    'traceparent',
    'tracestate',
    'x-forwarded-for',
    'forwarded',
    'origin',
    'referer',
    'sec-fetch-site',
    'content-type',
  ],
  ...['if-modified-since', 'cookie', 'x-http-method-override', 'ce-id', 'prefer', 'te', 'via', 'user-agent'],
];
const SAID = [
  'text/csv',
  'Bearer demo-staff',
  'Bearer x.y.z',
  'Basic eDp5',
  'gzip, br',
  '*/*;q=0',
  'bytes=0-',
  'W/"x"',
];
const PLACES = [
  '/v1/observations?measure=applications-received&grain=month',
  '/v1/status',
  '/health/ready',
  '/',
  '/live',
];

/** Any headers, on routes of every kind. */
export function oddHeaders({ routes }: Questions): fc.Arbitrary<Asked> {
  return fc.record({
    method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
    path: fc.oneof(
      fc.constantFrom(...PLACES),
      fc.constantFrom(...routes).map(({ path }) => path.replaceAll(/\{[^}]+\}/g, '2019')),
    ),
    headers: fc
      .tuple(
        tokens.map(bearer),
        fc.dictionary(fc.constantFrom(...HEADERS), fc.oneof(headerTexts, fc.constantFrom(...SAID)), { maxKeys: 5 }),
      )
      .map(([token, odd]) => ({ ...token, ...odd })),
  });
}

/** Quarantined events taken again: of places that hold one, that hold something else, and that there are not. */
export const oddReplays: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 2_000 })).map((place) => place.join('-')) },
      { weight: 1, arbitrary: addressTexts.map((id) => id.replaceAll('/', '%2F')) },
    ),
    fc.constantFrom('demo-admin', 'demo-admin', 'demo-auditor'),
  )
  .map(([id, token]) => ({
    method: 'POST',
    path: `/v1/quarantine/${id.replaceAll(/[^\x21-\x7e]/g, '')}/replay`,
    headers: bearer(token),
  }));

/** Release orders that are nearly right: there is no such year. */
export const oddOrders: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.dictionary(fc.constantFrom('year', 'state', 'note', '__proto__', 'embargo'), fc.oneof(oddTexts, fc.jsonValue())),
    fc.constantFrom('application/json', 'application/json; charset=utf-16', 'text/plain', ''),
    fc.constantFrom('demo-compiler', 'demo-staff'),
  )
  .map(([order, type, token]) => ({
    method: 'POST',
    path: '/v1/releases',
    headers: { ...bearer(token), 'content-type': type },
    body: JSON.stringify(order),
  }));
