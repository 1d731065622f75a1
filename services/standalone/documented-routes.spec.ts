import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { ROLES } from '../../libs/access/role.rule.js';
import { exampleEvent } from '../../libs/events/fact.testkit.js';
import { DocumentedAnswers } from '../../libs/openapi/documented-answers.testkit.js';
import { openEmbeddedSystem } from './embedded-system.service.js';
import { defaultPublication } from '../query/query.settings.js';
import { StandaloneModule } from './standalone.module.js';

const STRUCTURED = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';

const folder = mkdtempSync(join(tmpdir(), 'charter-'));
let application: INestApplication;
let documented: DocumentedAnswers;

function failed(error: unknown): never {
  throw error;
}

beforeAll(async () => {
  const system = await openEmbeddedSystem(folder, Date.now, (_, error) => failed(error));
  const module = await Test.createTestingModule({
    imports: [
      StandaloneModule.of({
        auth: { scheme: 'demo' },
        system,
        publication: defaultPublication(),
        webhook: null,
        demo: null,
        clock: Date.now,
        address: () => '',
        failed,
      }),
    ],
  }).compile();
  application = module.createNestApplication({ bodyParser: false, logger: false });
  await application.listen(0, '127.0.0.1');
  documented = new DocumentedAnswers((await request(application.getHttpServer()).get('/v1/openapi.json')).body);
});

afterAll(async () => {
  await application.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** The interfaces that the router would serve, as it knows them. A route of every method only says which are not served. */
function routesServed(): readonly string[] {
  const layers: readonly Layer[] = application.getHttpAdapter().getInstance().router.stack;
  return layers
    .flatMap(({ route }) => (route === undefined ? [] : [{ ...route, methods: Object.keys(route.methods) }]))
    .filter(({ path, methods }) => methods.length === 1 && /^\/(v1|health)\/(?!\*)/.test(path))
    .map(({ path, methods }) => `${methods[0]} ${path.replaceAll(/:([^/]+)/g, '{$1}')}`)
    .sort();
}

function send(body: string, contentType = STRUCTURED, role?: string): request.Test {
  const asked = request(application.getHttpServer()).post('/v1/events').set('Content-Type', contentType);
  if (role !== undefined) asked.set('Authorization', `Bearer demo-${role}`);
  return asked.serialize((asItIs) => asItIs).send(body);
}

describe('the document of the whole system', () => {
  it('describes every route that is served, and no other', () => {
    expect([...documented.routes].sort()).toEqual(routesServed());
    expect(documented.routes).toContain('post /v1/events');
  });

  it('has sound schemas', () => {
    expect(documented.faultsOfSchemas()).toEqual([]);
  });
});

describe('every answer to events is as documented', () => {
  const one = JSON.stringify(exampleEvent);
  const bad = JSON.stringify({ ...exampleEvent, id: 'e-2', data: {} });
  const large = JSON.stringify({ ...exampleEvent, id: 'e-3', extension: 'x'.repeat(70_000) });

  it.each([...ROLES, 'nobody'])('for %s', async (role) => {
    const token = role === 'public' ? undefined : role;
    const answers = [
      await send(one, STRUCTURED, token),
      await send(bad, STRUCTURED, token),
      await send(`[${one},${bad},${large}]`, BATCH, token),
      await send('[]', BATCH, token),
      await send('{', STRUCTURED, token),
      await send(large, STRUCTURED, token),
      await send(one, 'text/plain', token),
    ];
    expect(answers.map((answer) => documented.faultOf('post /v1/events', answer))).toEqual(answers.map(() => null));
  });

  it('but that of a log that is away, every one can be had', () => {
    const promised = documented.promised.filter((answer) => answer.startsWith('sendEvents '));
    expect(promised.filter((answer) => !documented.had.has(answer))).toEqual([
      'sendEvents 503 application/problem+json',
    ]);
  });
});
