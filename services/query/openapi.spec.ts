import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ROLES } from '../../libs/access/role.rule.js';
import { exampleEvent } from '../../libs/events/fact.testkit.js';
import { LogUnavailable } from '../../libs/log/event-log.port.js';
import { layoutOf } from '../../libs/measures/layout.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { notComputable, stillOpen, yes } from '../../libs/measures/measure.measure.js';
import { DocumentedAnswers } from '../../libs/openapi/documented-answers.testkit.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { StoreUnavailable, type QuarantineEntry } from '../../libs/store/engine-store.port.js';
import type { FillingProgress } from './following/filling.port.js';
import { defaultPublication, PUBLICATION_SETTINGS, type PublicationSettings } from './query.settings.js';
import { QueryDoor } from './query.testkit.js';
import { StreamReader } from './stream/stream.testkit.js';

const { charter } = loadRegister();
let progress: FillingProgress | null = null;
/** Read by the service whenever it signs, so that a test can take the key away. */
const publication: { -readonly [Member in keyof PublicationSettings]: PublicationSettings[Member] } =
  defaultPublication();
const door = new QueryDoor({}, { progress: () => progress }, [
  { provide: PUBLICATION_SETTINGS, useValue: publication },
]);
let documented: DocumentedAnswers;

beforeAll(async () => {
  await door.open();
  await door.store.insertQuarantine([lyingAt(0, JSON.stringify(exampleEvent)), lyingAt(1, '{')]);
  documented = new DocumentedAnswers((await door.get('/v1/openapi.json')).body);
});

afterAll(async () => {
  await door.close();
});

function lyingAt(offset: number, value: string): QuarantineEntry {
  const detail = 'Lies elsewhere.';
  return {
    partition: 0,
    offset,
    appendedAt: door.now,
    code: 'wrong-partition',
    path: '/subject',
    detail,
    key: null,
    value,
  };
}

async function count(): Promise<void> {
  await door.begin();
  await door.append(0, 10);
  const seen = { 'application.received': { first: 0, last: door.now, count: 10 } };
  await door.checkpoint(0, {
    rows: {
      'payments-on-time': [{ on: '2026-05-12', x: yes, count: 30 }],
      'decision-time': [{ on: '2026-05-12', x: 12 }],
      'redeterminations-in-time': [{ on: '2026-05-12', x: notComputable }],
      'open-applications': [{ on: '2026-05-12', x: stillOpen }],
    },
    feeds: seen,
  });
  await door.follow();
}

/** Requests for every route, by the name that the document gives it: paths, or bodies of one that has no parameters. Those of a stream end by themselves. */
const requests: readonly (readonly [route: string, ...paths: readonly string[]])[] = [
  ['get /health/live', '/health/live'],
  ['get /health/ready', '/health/ready'],
  [
    'get /v1/aggregates',
    '/v1/aggregates?year=2025-26',
    '/v1/aggregates?year=2026-27&asOf=2026-05-31',
    '/v1/aggregates?year=2025-26&format=csv',
    '/v1/aggregates',
  ],
  ['get /v1/attention', '/v1/attention', '/v1/attention?asOf=2026-01-31', '/v1/attention?asOf=x'],
  ['get /v1/attention/stream', '/v1/attention/stream?asOf=x'],
  ['get /v1/audit', '/v1/audit', '/v1/audit?after=x'],
  ['get /v1/checks', '/v1/checks?year=2025-26', '/v1/checks?year=2027-28'],
  [
    'get /v1/commitments',
    '/v1/commitments',
    '/v1/commitments?edition=2024',
    '/v1/commitments?edition=all',
    '/v1/commitments?edition=1',
    '/v1/commitments?asOf=2024-08-01',
    '/v1/commitments?include=indicators',
    '/v1/commitments?format=csv',
  ],
  [
    'get /v1/commitments/{edition}/{id}',
    ...charter.editions.flatMap(({ id, commitments }) => commitments.map((one) => `/v1/commitments/${id}/${one.id}`)),
    '/v1/commitments/2011/1.1',
    '/v1/commitments/2019/2.2?asOf=2025-06-30',
    '/v1/commitments/2019/2.2?asOf=x',
  ],
  ['get /v1/dimensions', '/v1/dimensions'],
  [
    'get /v1/distribution',
    '/v1/distribution?measure=decision-time&period=2026-05',
    '/v1/distribution?measure=call-wait&period=2026-05',
    '/v1/distribution?measure=decisions-made&period=2026-05',
  ],
  [
    'get /v1/explain',
    '/v1/explain',
    '/v1/explain?measure=decisions-made&period=2026-05',
    '/v1/explain?measure=payments-on-time&period=2026-05',
  ],
  ['get /v1/measures', '/v1/measures'],
  [
    'get /v1/measures/{id}',
    ...measures.map(({ id }) => `/v1/measures/${id}`),
    ...charter.measures.map(({ id }) => `/v1/measures/${id}`),
    '/v1/measures/nothing',
  ],
  [
    'get /v1/observations',
    ...measures.map(({ id }) => `/v1/observations?measure=${id}`),
    ...measures.map(({ id }) => `/v1/observations?measure=${id}&by=benefit&grain=year&from=2024-25`),
    '/v1/observations?measure=decision-time&format=csv',
    '/v1/observations?measure=call-wait&by=channel',
  ],
  ['get /v1/observations/stream', '/v1/observations/stream', '/v1/observations/stream?measure=nothing'],
  [
    'get /v1/observations/workbook',
    '/v1/observations/workbook?measure=decision-time',
    '/v1/observations/workbook?measure=nothing',
  ],
  ['get /v1/openapi.json', '/v1/openapi.json'],
  ['get /v1/quarantine', '/v1/quarantine', '/v1/quarantine?after=nothing'],
  [
    'post /v1/quarantine/{id}/replay',
    '/v1/quarantine/0-0/replay',
    '/v1/quarantine/0-1/replay',
    '/v1/quarantine/nothing/replay',
  ],
  [
    'get /v1/queue',
    '/v1/queue?measure=open-applications',
    '/v1/queue?measure=payments-on-time&asOf=2026-05-31',
    '/v1/queue?measure=call-wait',
  ],
  ['get /v1/releases', '/v1/releases'],
  [
    'post /v1/releases',
    '{"year":"2025-26","state":"final"}',
    '{"year":"2025-26","state":"draft"}',
    '{"year":"2026-27","state":"final"}',
  ],
  ['get /v1/releases/{id}', '/v1/releases/2025-26.1', '/v1/releases/nothing'],
  [
    'get /v1/releases/{id}/aggregates',
    ...['json', 'csv', 'csvw', 'ods', 'pdf'].map((format) => `/v1/releases/2025-26.1/aggregates?format=${format}`),
    '/v1/releases/nothing/aggregates',
  ],
  [
    'get /v1/releases/{id}/differences',
    '/v1/releases/2025-26.1/differences?since=2025-26.1',
    '/v1/releases/2025-26.1/differences?until=2025-26.1',
    '/v1/releases/nothing/differences',
  ],
  [
    'get /v1/releases/{id}/manifest',
    '/v1/releases/2025-26.1/manifest',
    '/v1/releases/2025-26.1/manifest?table=none',
    '/v1/releases/nothing/manifest',
  ],
  ['get /v1/signing-key', '/v1/signing-key'],
  ['get /v1/status', '/v1/status'],
  ['get /v1/steps', '/v1/steps'],
  ['get /v1/targets', '/v1/targets', '/v1/targets?measure=call-wait', '/v1/targets?measure=nothing'],
];

async function faultsOf(route: string, paths: readonly string[], role?: string): Promise<readonly (string | null)[]> {
  const faults: (string | null)[] = [];
  for (const path of paths) {
    const answer = await (route.startsWith('get ') ? door.get(path, role) : sent(route.slice(5), path, role));
    faults.push(documented.faultOf(route, answer));
    const isLetIn = answer.status !== 401 && answer.status !== 403;
    const { operation } = documented.operations.find(({ name }) => name === route) ?? {};
    const mayEnter = operation?.['x-roles'].includes(role ?? 'public') ?? false;
    if (role !== 'nobody' && isLetIn && !mayEnter) faults.push(`${route} lets ${role} in`);
  }
  return faults.filter((fault) => fault !== null);
}

function sent(route: string, path: string, role?: string): ReturnType<QueryDoor['post']> {
  return path.startsWith('/') ? door.post(path, {}, role) : door.post(route, JSON.parse(path), role);
}

async function followAsDocumented(route: string, query: string): Promise<void> {
  const url = `${await door.url()}${route}/stream${query}`;
  const reader = await StreamReader.open(url, 'staff', 'unknown');
  const headers = { 'content-type': reader.headers['content-type'] ?? '' };
  const [, { data }] = [await reader.event(0), await reader.event(1)];
  reader.leave();
  const answer = { status: 200, headers, body: null, text: '' };
  expect(documented.faultOf(`get ${route}/stream`, answer)).toBeNull();
  const followed = { status: 200, headers: { 'content-type': 'application/json' }, body: data, text: '' };
  expect(documented.faultOf(`get ${route}`, followed)).toBeNull();
}

describe('the OpenAPI document', () => {
  it('has sound schemas', () => {
    expect(documented.faultsOfSchemas()).toEqual([]);
  });

  it('describes the path parameters that its paths have', () => {
    for (const { name, operation } of documented.operations) {
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(inPath.map((parameter) => `{${parameter.name}}`)).toEqual(name.match(/\{[^}]+\}/g) ?? []);
    }
  });

  it('names every operation once', () => {
    const ids = documented.operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes exactly what is asked for here', () => {
    expect(requests.map(([route]) => route)).toEqual(documented.routes);
  });
});

describe('every answer is as documented', () => {
  it('while history is being put on the log', async () => {
    progress = { sent: 1, of: 2 };
    for (const role of ['staff', undefined]) expect(await faultsOf('get /v1/status', ['/v1/status'], role)).toEqual([]);
    progress = null;
  });

  it('before anything has been counted', async () => {
    for (const [route, ...paths] of requests) expect(await faultsOf(route, paths, 'staff')).toEqual([]);
    expect(await faultsOf('post /v1/releases', ['{"year":"2025-26","state":"final"}'], 'compiler')).toEqual([]);
  }, 30_000);

  it.each([...ROLES, 'nobody'])(
    'for %s',
    async (role) => {
      if (role === ROLES[0]) await count();
      const token = role === 'public' ? undefined : role;
      for (const [route, ...paths] of requests) expect(await faultsOf(route, paths, token)).toEqual([]);
    },
    30_000,
  );

  it.each([
    ['/v1/observations', '?measure=payments-on-time'],
    ['/v1/attention', ''],
  ])('while it goes on: %s', followAsDocumented);

  it('while a measure is still being counted', async () => {
    await door.begin('older', layoutOf(measures.filter(({ id }) => id !== 'decision-time')));
    await door.follow();
    for (const route of ['/v1/observations', '/v1/observations/stream', '/v1/observations/workbook'] as const) {
      expect(await faultsOf(`get ${route}`, [`${route}?measure=decision-time`], 'staff')).toEqual([]);
    }
    const distribution = '/v1/distribution?measure=decision-time&period=2026-05';
    expect(await faultsOf('get /v1/distribution', [distribution], 'staff')).toEqual([]);
    await door.begin('oldest', layoutOf(measures.filter(({ id }) => id !== 'overdue-applications')));
    await door.follow();
    expect(await faultsOf('get /v1/queue', ['/v1/queue?measure=open-applications'], 'staff')).toEqual([]);
  });

  it('while the log cannot be reached', async () => {
    jest.spyOn(door.log, 'bounds').mockRejectedValue(new LogUnavailable('away'));
    const paths = new Map(requests.map(([route, ...all]) => [route, all.slice(0, 7)]));
    for (const role of ['staff', 'scrutiny']) {
      for (const [route, some] of paths) expect(await faultsOf(route, some, role)).toEqual([]);
    }
    expect(await faultsOf('get /v1/checks', ['/v1/checks?year=2025-26'], 'auditor')).toEqual([]);
    for (const [route, path] of [
      ['get /v1/attention/stream', '/v1/attention/stream'],
      ['get /v1/measures/{id}', '/v1/measures/S2-M31'],
    ] as const) {
      expect(await faultsOf(route, [path], 'scrutiny')).toEqual([]);
    }
  });

  it('while the store cannot be reached', async () => {
    const away = new StoreUnavailable('away');
    const failing = [jest.spyOn(door.store, 'quarantine'), jest.spyOn(door.audit, 'after')];
    for (const one of failing) one.mockRejectedValue(away);
    for (const [route, path = ''] of requests.filter(([route]) => /quarantine|audit/.test(route))) {
      expect(await faultsOf(route, [path], 'admin')).toEqual([]);
    }
    for (const one of failing) one.mockRestore();
  });

  it('without a key to sign with', async () => {
    publication.signingKey = null;
    expect(await faultsOf('get /v1/signing-key', ['/v1/signing-key'])).toEqual([]);
  });

  it('and every documented answer can be had', () => {
    expect(documented.promised.filter((answer) => !documented.had.has(answer))).toEqual([]);
  });
});
