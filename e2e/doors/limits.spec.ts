import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDataFolder, startProgram, type RunningSystem } from './running-system.testkit.js';

const folder = newDataFolder();
let system: RunningSystem;

beforeAll(async () => {
  system = await startProgram('dist/services/standalone/main.js', {
    CHARTER_DATA: folder.path,
    CHARTER_DEMO: 'off',
    CHARTER_REQUESTS: 'public=12,staff=4,admin=3',
    CHARTER_STREAMS: 'auditor=2,public=1',
  });
}, 40_000);

afterAll(async () => {
  await system.stop();
  folder.remove();
});

interface From {
  readonly address?: string;
  readonly token?: string;
}

/** Asks as somebody behind the proxy that this machine is trusted to be. */
async function ask(path: string, { address = '192.0.2.1', token }: From, signal?: AbortSignal): Promise<Response> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'x-forwarded-for': address, cookie: 'charter-look-as=public', ...authorization };
  return fetch(`${system.url}${path}`, { headers, ...(signal === undefined ? {} : { signal }) });
}

async function statuses(count: number, path: string, from: From): Promise<readonly number[]> {
  const answers = [];
  for (let asked = 0; asked < count; asked += 1) answers.push((await ask(path, from)).status);
  return answers;
}

describe('a system with tight limits', () => {
  it('answers 429 with when to come back to whoever has asked too often', async () => {
    const from = { token: 'demo-staff' };
    expect(await statuses(5, '/v1/measures', from)).toEqual([200, 200, 200, 200, 429]);
    const refused = await ask('/v1/status', from);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
  });

  it('goes on answering everybody else', async () => {
    expect(await statuses(2, '/v1/status', { token: 'demo-compiler' })).toEqual([200, 200]);
    expect(await statuses(2, '/v1/status', {})).toEqual([200, 200]);
  });

  it('counts a token that is not valid, and one that lacks the right, to who sends it', async () => {
    const guessing = { address: '192.0.2.2', token: 'demo-guess' };
    expect((await statuses(14, '/v1/observations', guessing)).slice(-3)).toEqual([401, 429, 429]);
    expect(await statuses(4, '/v1/observations', { token: 'demo-admin' })).toEqual([400, 400, 400, 429]);
  });

  it('shows a page in its place, and counts what a page asks to its reader', async () => {
    const pages = await statuses(12, '/', { address: '192.0.2.3' });
    expect(pages[0]).toBe(200);
    expect(pages.at(-1)).toBe(429);
    expect(pages.filter((status) => status === 200).length).toBeLessThan(8);
    const page = await ask('/', { address: '192.0.2.3' });
    expect(await page.text()).toContain('That was too much at once');
    expect((await ask('/v1/measures', { address: '192.0.2.3' })).status).toBe(429);
    expect((await ask('/v1/measures', { address: '192.0.2.4' })).status).toBe(200);
  });

  it('holds so many streams open for one caller, and others for others', async () => {
    const leave = new AbortController();
    const path = '/v1/observations/stream?measure=applications-received&grain=month';
    const auditor = { token: 'demo-auditor' };
    const open = [await ask(path, auditor, leave.signal), await ask('/v1/attention/stream', auditor, leave.signal)];
    expect(open.map(({ status }) => status)).toEqual([200, 200]);
    expect((await ask(path, auditor)).status).toBe(429);
    expect((await ask('/v1/status', auditor)).status).toBe(200);
    expect((await ask('/live/changes', { address: '192.0.2.5' }, leave.signal)).status).toBe(200);
    expect((await ask('/live/changes', { address: '192.0.2.5' })).status).toBe(429);
    leave.abort();
  });
});
