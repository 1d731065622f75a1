import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../libs/access/role.rule.js';
import { askAt, faultsOf, type Answer } from './guarded-answers.testkit.js';
import { StandaloneDoor } from './standalone.testkit.js';

const door = new StandaloneDoor();
beforeAll(() => door.open());
afterAll(() => door.close());

/** What stands for a member of a path: one that names nothing, and names that every object has. */
const NAMES = [
  'nothing',
  '__proto__',
  'constructor',
  '%00',
  "'; --",
  '$where',
  '..%2f..%2fetc%2fpasswd',
  'x'.repeat(3_000),
];

function ask(method: string, path: string, role: Role | 'unknown', init: RequestInit = {}): Promise<Answer> {
  return askAt(door.address, method, path, role, init);
}

function filled(path: string, name: string): string {
  return path.replaceAll(/[:*][a-zA-Z]+/g, encodeURI(name).replaceAll('%25', '%'));
}

describe('every route that there is', () => {
  it.each([...ROLES, 'unknown'] as const)(
    'is guarded, and tells nothing of the inside, for %s',
    async (role) => {
      const answers: Answer[] = [];
      const routes = door.routes();
      expect(routes.length).toBeGreaterThan(50);
      for (const { path, methods } of routes) {
        for (const method of methods.length === 1 ? methods : ['get', 'post', 'put', 'delete', 'patch', 'options']) {
          answers.push(await ask(method.toUpperCase(), filled(path, 'nothing'), role));
        }
      }
      expect(faultsOf(answers)).toEqual([]);
    },
    60_000,
  );

  it.each(NAMES)(
    'is so where a member of its path is %s',
    async (name) => {
      const answers: Answer[] = [];
      for (const { path, methods } of door.routes().filter((route) => /[:*]/.test(route.path))) {
        answers.push(await ask((methods[0] ?? 'get').toUpperCase(), filled(path, name), 'compiler'));
      }
      expect(faultsOf(answers)).toEqual([]);
    },
    60_000,
  );
});

describe('reading', () => {
  it('changes nothing, whoever reads what', async () => {
    const standing = async (): Promise<readonly unknown[]> => {
      const [status, releases] = [
        await ask('GET', '/v1/status', 'admin'),
        await ask('GET', '/v1/releases', 'compiler'),
      ];
      return [JSON.parse(status.text).events, JSON.parse(releases.text)];
    };
    const before = await standing();
    for (const role of ROLES) {
      for (const { path } of door.routes().filter(({ methods }) => methods.includes('get'))) {
        await ask('GET', `${filled(path, 'nothing')}?year=2025-26&state=provisional&role=staff`, role);
      }
    }
    expect(await standing()).toEqual(before);
    expect(before).toMatchObject([{ accepted: 0 }, { releases: [] }]);
  }, 60_000);
});

describe('an answer that depends on who asks', () => {
  const figures = [
    '/v1/commitments',
    '/v1/commitments?format=csv',
    '/v1/commitments/2019/2.2',
    '/',
    '/live',
    '/scrutiny',
  ];
  const question = 'measure=decisions-in-time&grain=month&from=2026-01-01&to=2026-02-28&period=2026-01&year=2025-26';

  it.each(ROLES.filter((role) => role !== 'public'))(
    'is kept by nobody: %s',
    async (role) => {
      const routes = door.routes().filter(({ path, methods }) => methods.includes('get') && !/[:*]/.test(path));
      const kept: string[] = [];
      for (const path of [...routes.map((route) => route.path), ...figures]) {
        for (const address of [path, `${path.split('?')[0]}?${question}`]) {
          const [anyone, somebody] = [await ask('GET', address, 'public'), await ask('GET', address, role)];
          const isOpen = anyone.status === somebody.status && anyone.text === somebody.text;
          if (isOpen || somebody.status >= 400 || somebody.headers.get('cache-control') === 'no-store') continue;
          kept.push(`${address} ${somebody.headers.get('cache-control')}`);
        }
      }
      expect(kept).toEqual([]);
    },
    60_000,
  );
});

describe('what no route serves', () => {
  it.each([
    '/%',
    '/%E0%A4%A',
    '/v1/%',
    '/nowhere',
    '/v1/nowhere',
    '/v1/../../etc/passwd',
    '/.env',
    '/assets/%2e%2e%2fmain.js',
  ])('is guarded too: %s', async (path) => {
    const answer = await ask('GET', path, 'public');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(faultsOf([answer])).toEqual([]);
  });

  it('is a token in an address: it is no token', async () => {
    for (const name of ['access_token', 'token', 'authorization']) {
      const asked = `/v1/observations?measure=decisions-in-time&grain=month&${name}=demo-staff`;
      expect((await ask('GET', asked, 'public')).status).toBe(401);
    }
  });

  it.each(['/', '/live', '/v1/observations', '/v1/openapi.json', '/nowhere'])(
    'is a header by which a proxy says where it stands: %s',
    async (path) => {
      const says = {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'x-forwarded-for': '203.0.113.9',
      };
      const [plain, forwarded] = [await ask('GET', path, 'staff'), await ask('GET', path, 'staff', { headers: says })];
      expect({ status: forwarded.status, text: forwarded.text }).toEqual({ status: plain.status, text: plain.text });
    },
  );

  it('is a request to be told what was sent (TRACE)', async () => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(
        `${door.address}/v1/status`,
        { method: 'TRACE', headers: { 'x-secret': 'swordfish' } },
        resolve,
      );
      asked.on('error', reject).end();
    });
    expect(response.statusCode).toBe(404);
    expect(await text(response)).not.toContain('swordfish');
  });

  it.each([
    ['a form that is too large', '/look-as', 'application/x-www-form-urlencoded', `role=${'x'.repeat(20_000)}`],
    ['a form with too many members', '/look-as', 'application/x-www-form-urlencoded', 'a=1&'.repeat(100)],
    ['a form in an unknown character set', '/look-as', 'application/x-www-form-urlencoded; charset=x', 'role=staff'],
    ['no JSON', '/v1/releases', 'application/json', '{'],
    ['a member named as a prototype', '/v1/releases', 'application/json', '{"__proto__":{"state":"final"}}'],
    ['an operator of a database', '/v1/releases', 'application/json', '{"year":{"$gt":""},"state":"final"}'],
    ['an event that is no text', '/v1/events', 'application/cloudevents+json', new Uint8Array([0xff, 0xfe, 0])],
  ])('%s is refused, guarded', async (_, path, type, body) => {
    const role = path === '/v1/events' ? 'producer' : 'compiler';
    const answer = await ask('POST', path, role, { body, headers: { 'content-type': type } });
    expect([400, 413, 415]).toContain(answer.status);
    expect(faultsOf([answer])).toEqual([]);
  });
});
