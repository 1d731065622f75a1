import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../libs/access/role.rule.js';
import { figuresAreUpToDate } from '../doors/figures.testkit.js';
import { newDataFolder, startSystem, type RunningSystem } from '../doors/running-system.testkit.js';
import { ACCESS_TABLE, SENDING, type AccessRow } from './access-table.testkit.js';

/** What a caller gets: members of an answer that hang on the role. */
type Answer = Readonly<Record<string, unknown>>;

describe('who sees what', () => {
  const folder = newDataFolder();
  let system: RunningSystem;
  let release = '';

  beforeAll(async () => {
    system = await startSystem(folder.path);
    for (const row of SENDING) await ask(row, 'importer');
    await figuresAreUpToDate(system.url, SENDING.length);
    const made = await fetchAs('compiler', 'POST', '/v1/releases', { year: '2024-25', state: 'final' });
    release = String(((await made.json()) as Answer)['id']);
  }, 60_000);

  afterAll(async () => {
    await system.stop();
    folder.remove();
  }, 60_000);

  it.each([...ACCESS_TABLE, ...SENDING].map((row) => [`${row.asks} ${row.story ?? ''}`, row] as const))(
    '%s is answered to each role as the contract has it',
    async (_, row) => {
      const answered: number[] = [];
      for (const role of ROLES) answered.push(await ask(row, role));
      expect(answered.join(' ')).toBe(row.statuses);
    },
    20_000,
  );

  it.each(ACCESS_TABLE.filter(({ asks }) => asks.startsWith('GET')))('$asks lets no bad token in', async ({ asks }) => {
    const response = await fetch(`${system.url}${pathOf(asks)}`, { headers: { authorization: 'Bearer demo-king' } });
    expect(response.status).toBe(401);
  });

  it('has a row for every operation that the interface describes', async () => {
    const { paths } = (await json('public', '/v1/openapi.json')) as { readonly paths: Answer };
    const rows = [...ACCESS_TABLE, ...SENDING].map(({ asks }) => asks.split('?')[0] ?? asks);
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations as object)
        .filter((method) => ['get', 'post'].includes(method))
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.length).toBeGreaterThan(15);
    expect(described.filter((operation) => !rows.some((asks) => isOf(operation, asks)))).toEqual([]);
  });

  it('shows scrutiny controlled figures only', async () => {
    const question = '/v1/observations?measure=applications-received&grain=month&from=2026-04-01&to=2026-04-30';
    const valueFor = async (role: Role): Promise<unknown> => {
      const { observations } = (await json(role, question)) as { readonly observations: readonly Answer[] };
      return observations[0]?.['value'];
    };
    expect({ staff: await valueFor('staff'), scrutiny: await valueFor('scrutiny') }).toEqual({
      staff: 2,
      scrutiny: null,
    });
  });

  it('shows case references to the auditor only', async () => {
    const question = '/v1/explain?measure=applications-received&period=2026-04';
    for (const role of ['scrutiny', 'staff', 'compiler', 'auditor'] as const) {
      const told = JSON.stringify(await json(role, question));
      expect({ role, told: told.includes('CLAIM-000001') }).toEqual({ role, told: role === 'auditor' });
    }
  });

  it('shows the status as far as each role may see it', async () => {
    for (const role of ROLES) {
      const isWhole = 'events' in (await json(role, '/v1/status'));
      expect({ role, isWhole }).toEqual({ role, isWhole: ['staff', 'compiler', 'auditor', 'admin'].includes(role) });
    }
  });

  async function json(role: Role, path: string): Promise<Answer> {
    return (await (await fetchAs(role, 'GET', path)).json()) as Answer;
  }

  async function ask({ asks, body }: AccessRow, role: Role): Promise<number> {
    const [method = ''] = asks.split(' ');
    const leave = new AbortController();
    const { status } = await fetchAs(role, method, pathOf(asks), body, leave.signal);
    leave.abort();
    return status;
  }

  function fetchAs(role: Role, method: string, path: string, body?: object, signal?: AbortSignal): Promise<Response> {
    const type = path === '/v1/events' ? 'application/cloudevents+json' : 'application/json';
    return fetch(`${system.url}${path}`, {
      method,
      headers: {
        ...(role === 'public' ? {} : { authorization: `Bearer demo-${role}` }),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  function pathOf(asks: string): string {
    return (asks.split(' ')[1] ?? '').replaceAll('{id}', release);
  }
});

/** Whether a row asks an operation: members of the path in braces stand for anything. */
function isOf(operation: string, asks: string): boolean {
  const [described, asked] = [operation.split('/'), asks.split('/')];
  return described.length === asked.length && described.every((part, at) => part.startsWith('{') || part === asked[at]);
}
