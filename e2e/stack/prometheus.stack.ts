import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alerts, dashboardFiles, expressionsOf } from '../../infra/prometheus/expression.testkit.js';
import { figuresAreUpToDate } from '../doors/figures.testkit.js';
import { newDataFolder, startSystem, type RunningSystem } from '../doors/running-system.testkit.js';
import { anApplication, follow, send } from '../doors/telemetry.testkit.js';

const LONGEST_WAIT_MS = 60_000;
const rules = resolve('infra/prometheus/alerts.yml');

const data = newDataFolder();
const folder = mkdtempSync(join(tmpdir(), 'charter-prometheus-'));
const leave = new AbortController();
let system: RunningSystem;
let prometheus: ChildProcess | undefined;
let url: string;

beforeAll(async () => {
  system = await startSystem(data.path);
  await figuresAreUpToDate(system.url, 0);
  await follow(system.url, leave.signal);
  await send(system.url, JSON.stringify(anApplication('event-1', 'CASE-000001')));
  await send(system.url, '{}');
  await figuresAreUpToDate(system.url, 1);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const configuration = join(folder, 'prometheus.yml');
  writeFileSync(configuration, configurationFor(new URL(system.url).host));
  const storage = `--storage.tsdb.path=${join(folder, 'data')}`;
  prometheus = spawn(
    'prometheus',
    [`--config.file=${configuration}`, storage, `--web.listen-address=127.0.0.1:${port}`],
    { stdio: 'ignore' },
  );
  await until(async () => (await samplesOf('up')).length > 0);
});

afterAll(async () => {
  leave.abort();
  if (prometheus !== undefined) {
    const ended = once(prometheus, 'exit');
    prometheus.kill('SIGTERM');
    await ended;
  }
  await system.kill();
  data.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** As in infra/prometheus, but for where the system is and how Prometheus signs in: with a token of the demo. */
function configurationFor(host: string): string {
  return `global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: ['${rules}']
scrape_configs:
  - job_name: charter-monitor
    authorization: { credentials: demo-admin }
    static_configs: [{ targets: ['${host}'] }]
`;
}

async function asked<Answer>(path: string): Promise<Answer> {
  const response = await fetch(new URL(path, url));
  const answer = (await response.json()) as { readonly status: string; readonly error?: string; readonly data: Answer };
  if (answer.status !== 'success') throw new Error(`${path}: ${answer.error ?? answer.status}`);
  return answer.data;
}

interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

async function samplesOf(expression: string): Promise<readonly Sample[]> {
  const path = `/api/v1/query?query=${encodeURIComponent(expression)}`;
  return (await asked<{ readonly result: readonly Sample[] }>(path).catch(() => ({ result: [] }))).result;
}

describe('Prometheus', () => {
  it('takes rules and configuration as they are', () => {
    expect(execFileSync('promtool', ['check', 'rules', rules], { encoding: 'utf8' })).toContain('SUCCESS');
    const file = 'infra/prometheus/prometheus.yml';
    expect(execFileSync('promtool', ['check', 'config', '--syntax-only', file], { encoding: 'utf8' })).toContain(
      'SUCCESS',
    );
  });

  it('fetches the metrics of the running system', async () => {
    const [up] = await samplesOf('up');
    expect([up?.metric['job'], up?.value[1]]).toEqual(['charter-monitor', '1']);
    expect((await samplesOf('charter_events{fate="applied"}')).map(({ value }) => value[1])).toEqual(['1']);
    expect((await samplesOf('charter_freshness_seconds_count')).map(({ value }) => Number(value[1]))).toEqual([1]);
  });

  it.each(dashboardFiles())('can answer whatever %s asks', async (file) => {
    for (const expression of expressionsOf(file)) {
      await asked(`/api/v1/query?query=${encodeURIComponent(expression)}`);
    }
  });

  it('watches with every alert, and none of a sound system fires', async () => {
    interface Rules {
      readonly groups: readonly { readonly rules: readonly { name: string; health: string; state: string }[] }[];
    }
    const watched = async (): Promise<Rules['groups'][number]['rules']> =>
      (await asked<Rules>('/api/v1/rules')).groups.flatMap((group) => group.rules);
    await until(async () => (await watched()).every(({ health }) => health !== 'unknown'));
    const healths = Object.fromEntries((await watched()).map(({ name, health }) => [name, health]));
    expect(healths).toEqual(Object.fromEntries(alerts().map(({ alert }) => [alert, 'ok'])));
    const firing = (await watched()).filter(({ state }) => state === 'firing').map(({ name }) => name);
    expect(firing).toEqual([]);
  });

  it('notices when the system is gone', async () => {
    await system.stop();
    await until(async () => (await samplesOf('up == 0')).length > 0);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await new Promise((wait) => setTimeout(wait, 200));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
