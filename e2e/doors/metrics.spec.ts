import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { textOf } from '../../infra/compose/compose-file.testkit.js';
import { alerts, dashboardFiles, expressionsOf, metricsNamedIn } from '../../infra/prometheus/expression.testkit.js';
import { valueIn } from '../../libs/telemetry/telemetry.testkit.js';
import { ask, figuresAreUpToDate } from './figures.testkit.js';
import { newDataFolder, startSystem, type RunningSystem } from './running-system.testkit.js';
import { anApplication, follow, send } from './telemetry.testkit.js';

const folder = newDataFolder();
const leave = new AbortController();
let system: RunningSystem;
let text: string;

beforeAll(async () => {
  system = await startSystem(folder.path);
  await figuresAreUpToDate(system.url, 0);
  await follow(system.url, leave.signal);
  const [one, another] = ['event-1', 'event-2'].map((id) => JSON.stringify(anApplication(id, 'CASE-000001')));
  for (const event of [one, another, one]) await send(system.url, event ?? '');
  await send(system.url, '{}');
  await figuresAreUpToDate(system.url, 3);
  text = await (await ask(system.url, '/metrics', 'demo-admin')).text();
}, 60_000);

afterAll(async () => {
  leave.abort();
  await system.kill();
  folder.remove();
});

function valueOf(sample: string): number | null {
  return valueIn(text, sample);
}

const exposed = (): ReadonlySet<string> =>
  new Set(text.split('\n').map((line) => /^[a-zA-Z_:][\w:]*/.exec(line)?.[0] ?? ''));

describe('the metrics of a running system', () => {
  it('are for administrators', async () => {
    const statuses = await Promise.all(
      ['demo-staff', 'demo-auditor', 'demo-producer', 'demo-admin', 'nobody'].map((token) =>
        ask(system.url, '/metrics', token).then(({ status }) => status),
      ),
    );
    expect(statuses).toEqual([403, 403, 403, 200, 401]);
    expect((await fetch(new URL('/metrics', system.url))).status).toBe(401);
  });

  it('add up', () => {
    const [accepted, ...rest] = ['accepted', 'applied', 'duplicates', 'quarantined', 'in-flight'].map((fate) =>
      valueOf(`charter_events{fate="${fate}"}`),
    );
    expect([accepted, ...rest]).toEqual([3, 2, 1, 0, 0]);
    expect(valueOf('charter_intake_accepted_total')).toBe(3);
    expect(valueOf('charter_intake_refused_total{code="missing"}')).toBe(1);
  });

  it('say how fresh the figures are, and how long a request takes', () => {
    expect(valueOf('charter_freshness_seconds_count')).toBeGreaterThan(0);
    expect(valueOf('charter_checkpoint_duration_seconds_count')).toBeGreaterThan(0);
    expect(valueOf('http_server_request_duration_seconds_count{method="POST",route="/v1/events",status="202"}')).toBe(
      3,
    );
    expect(valueOf('charter_stream_readers')).toBe(1);
    expect(valueOf('charter_ready')).toBe(1);
  });

  /** Prometheus' own. */
  const given = new Set(['up']);

  it.each(dashboardFiles())('are all that %s asks for', (file) => {
    const named = expressionsOf(file).flatMap(metricsNamedIn);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !exposed().has(name) && !given.has(name))).toEqual([]);
  });

  it.each(alerts())('are all that the alert $alert asks for', ({ expr }) => {
    const named = metricsNamedIn(expr);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !exposed().has(name) && !given.has(name))).toEqual([]);
  });
});

describe('the metrics that an expression names', () => {
  it('are told from labels, functions and words', () => {
    const expression = 'sum by (le, no) (rate(a_b_total{c="d_e"}[5m])) / f_g > 1e9 and on (h) i offset 15m';
    expect(metricsNamedIn(expression)).toEqual(['a_b_total', 'f_g', 'i']);
  });
});

describe('every alert', () => {
  it.each(alerts())('$alert is explained to operators', ({ alert }) => {
    expect(textOf('docs/operations.md')).toContain(`\`${alert}\``);
  });
});
