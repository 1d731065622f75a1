import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ROLES } from '../../libs/access/role.rule.js';
import { exampleEvent } from '../../libs/events/fact.testkit.js';
import { DocumentedAnswers } from '../../libs/openapi/documented-answers.testkit.js';
import { StandaloneDoor } from './standalone.testkit.js';

const STRUCTURED = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';

const door = new StandaloneDoor();
let documented: DocumentedAnswers;

beforeAll(async () => {
  await door.open();
  documented = new DocumentedAnswers((await request(door.application.getHttpServer()).get('/v1/openapi.json')).body);
});

afterAll(() => door.close());

/** The interfaces that are served. A route of every method only says which are not. */
function routesServed(): readonly string[] {
  return door
    .routes()
    .filter(({ path, methods }) => methods.length === 1 && /^\/(v1|health)\/(?!\*)/.test(path))
    .map(({ path, methods }) => `${methods[0]} ${path.replaceAll(/:([^/]+)/g, '{$1}')}`)
    .sort();
}

function send(body: string, contentType = STRUCTURED, role?: string): request.Test {
  const asked = request(door.application.getHttpServer()).post('/v1/events').set('Content-Type', contentType);
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
