import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, figuresAreUpToDate } from './figures.testkit.js';
import { OtlpReceiver } from './otlp-receiver.testkit.js';
import { newDataFolder, startProgram, type RunningSystem } from './running-system.testkit.js';
import { anApplication, beginTrace, descent, follow, send } from './telemetry.testkit.js';

const folders: ReturnType<typeof newDataFolder>[] = [];
const running: RunningSystem[] = [];

afterAll(async () => {
  for (const system of running) await system.kill();
  for (const folder of folders) folder.remove();
});

async function startTelling(collector: string): Promise<RunningSystem> {
  const folder = newDataFolder();
  folders.push(folder);
  const system = await startProgram('dist/services/standalone/main.js', {
    CHARTER_DATA: folder.path,
    CHARTER_DEMO: 'off',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector,
    OTEL_BSP_SCHEDULE_DELAY: '50',
  });
  running.push(system);
  return system;
}

describe('a system that tells its traces', () => {
  let receiver: OtlpReceiver;
  let system: RunningSystem;

  beforeAll(async () => {
    receiver = await OtlpReceiver.open();
    system = await startTelling(receiver.url);
    await figuresAreUpToDate(system.url, 0);
  }, 60_000);

  afterAll(async () => {
    await receiver.close();
  });

  it("shows an event's way from its request through log and checkpoint to the readers, in the trace of its sender", async () => {
    const leave = new AbortController();
    await follow(system.url, leave.signal);
    const sender = beginTrace();
    const event = JSON.stringify(anApplication('event-1', 'CASE-000001'));
    expect((await send(system.url, event, { traceparent: sender.traceparent })).status).toBe(202);
    const spans = await receiver.trace(sender.traceId, 'POST /v1/events', 'send live update');
    expect(descent(spans, sender)).toEqual([
      'POST /v1/events < sender',
      'append events < POST /v1/events',
      'fold events < append events',
      'save checkpoint < append events',
      'send live update < show figures',
      'show figures < append events',
    ]);
    leave.abort();
  }, 60_000);

  it('never tells a case reference, in spans, metrics or logs', async () => {
    const planted = 'PLANTED-000001';
    const event = anApplication('event-2', planted);
    const { traceId, traceparent } = beginTrace();
    const headers = { traceparent, tracestate: `case=${planted}`, baggage: `case=${planted}` };
    const answers = [
      await send(system.url, JSON.stringify(event), headers),
      await send(system.url, JSON.stringify({ ...event, data: { benefit: 'ADP', channel: 'phone' } }), headers),
      await send(system.url, JSON.stringify({ ...event, type: `charter.${planted}.v1`, id: planted }), headers),
      await send(system.url, JSON.stringify({ ...event, filler: planted.repeat(6_000) }), headers),
      await send(system.url, `{"subject":"${planted}"`, headers),
      await ask(system.url, `/v1/observations?measure=${planted}&grain=month`),
      await ask(system.url, `/v1/${planted}`),
      await ask(system.url, `/${planted}`),
      await ask(system.url, '/v1/status', planted),
    ];
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 400, 413, 400, 400, 404, 404, 401]);
    await figuresAreUpToDate(system.url, 3);
    await receiver.trace(traceId, 'POST /v1/events', 'show figures');
    const metrics = await (await ask(system.url, '/metrics', 'demo-admin')).text();
    expect(metrics).toMatch(/^charter_events\{fate="quarantined"\} 1$/m);
    for (const told of [receiver.text, metrics, system.told()]) expect(told).not.toContain('PLANTED');
  }, 60_000);

  it('sends what it has not sent yet when it is stopped', async () => {
    const { traceId, traceparent } = beginTrace();
    await send(system.url, JSON.stringify(anApplication('event-3', 'CASE-000003')), { traceparent });
    expect(await system.stop()).toBe(0);
    expect(receiver.ofTrace(traceId).map(({ name }) => name)).toContain('POST /v1/events');
  }, 60_000);
});

describe('a system whose collector is away', () => {
  it('counts as ever, says in the log what is wrong, and stops when it is told to', async () => {
    const system = await startTelling('http://127.0.0.1:9');
    for (let number = 1; number <= 20; number += 1) {
      const event = anApplication(`event-${number}`, `CASE-${String(number).padStart(6, '0')}`);
      expect((await send(system.url, JSON.stringify(event))).status).toBe(202);
    }
    await figuresAreUpToDate(system.url, 20);
    const today = new Date().toISOString().slice(0, 10);
    const answer = await ask(system.url, `/v1/observations?measure=applications-received&grain=year&from=${today}`);
    expect(await answer.json()).toMatchObject({ observations: [{ value: 20 }] });
    await until(() => system.told().includes('"context":"Telemetry"'));
    const stopping = performance.now();
    expect(await system.stop()).toBe(0);
    expect(performance.now() - stopping).toBeLessThan(8_000);
  }, 60_000);

  it('refuses an address that is none', async () => {
    await expect(startTelling('collector:4318')).rejects.toThrow(
      'OTEL_EXPORTER_OTLP_ENDPOINT (where traces are sent to)',
    );
  }, 60_000);
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
