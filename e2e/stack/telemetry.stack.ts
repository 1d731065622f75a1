import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alerts, dashboardFiles, expressionsOf, metricsNamedIn } from '../../infra/prometheus/expression.testkit.js';
import { openKafka } from '../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import { ask, figuresAreUpToDate } from '../doors/figures.testkit.js';
import { OtlpReceiver } from '../doors/otlp-receiver.testkit.js';
import type { RunningSystem } from '../doors/running-system.testkit.js';
import { anApplication, beginTrace, descent, follow, send } from '../doors/telemetry.testkit.js';
import { killAll, newPlace, startService } from './distributed-system.testkit.js';

const place = newPlace();
const planted = 'PLANTED-000001';
let receiver: OtlpReceiver;
let intake: RunningSystem;
let indicators: RunningSystem;
let query: RunningSystem;

beforeAll(async () => {
  receiver = await OtlpReceiver.open();
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '50' };
  // The first to come makes the topic and the indexes.
  indicators = await startService('indicators', place, { environment });
  [intake, query] = await Promise.all([
    startService('intake', place, { environment }),
    startService('query', place, { environment }),
  ]);
  await figuresAreUpToDate(query.url, 0);
});

afterAll(async () => {
  await killAll(intake, indicators, query);
  await receiver.close();
});

/** Puts records straight on the topic, as whoever may write to it can. */
async function putOnTopic(...values: readonly string[]): Promise<void> {
  const { brokers, topic } = place;
  const log = await openKafka(kafkaSettings({ brokers, topic, ssl: false, sasl: '', clientId: 'charter-test' }), null);
  await log.append(values.map((value) => ({ key: planted, value })));
  await log.close();
}

describe('the distributed profile', () => {
  it("shows an event's way through three processes in the trace of its sender", async () => {
    const leave = new AbortController();
    await follow(query.url, leave.signal);
    const sender = beginTrace();
    const event = JSON.stringify(anApplication('event-1', 'CASE-000001'));
    expect((await send(intake.url, event, { traceparent: sender.traceparent })).status).toBe(202);
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
  });

  it('never tells a case reference, whatever lies on the topic', async () => {
    const event = anApplication('event-2', planted);
    const wrongType = { ...event, id: planted, type: `charter.${planted}.v1` };
    const conflict = { ...event, data: { benefit: 'ADP', channel: 'phone' } };
    await putOnTopic(
      ...[event, conflict, wrongType].map((one) => JSON.stringify(one)),
      `{"subject":"${planted}"`,
      'null',
    );
    await send(intake.url, '{}');
    await figuresAreUpToDate(query.url, 6);
    const texts = await Promise.all([intake, indicators, query].map(({ url }) => metricsOf(url)));
    expect(texts.join('')).toMatch(/^charter_events\{fate="quarantined"\} 4$/m);
    const told = [intake, indicators, query].map((process) => process.told());
    for (const text of [receiver.text, ...texts, ...told]) expect(text).not.toContain('PLANTED');
  });

  it('has every metric that a dashboard or an alert asks for', async () => {
    const texts = await Promise.all([intake, indicators, query].map(({ url }) => metricsOf(url)));
    const exposed = new Set(texts.join('\n').match(/^[a-zA-Z_:][\w:]*/gm));
    const asked = [...dashboardFiles().flatMap(expressionsOf), ...alerts().map(({ expr }) => expr)];
    expect(asked.flatMap(metricsNamedIn).filter((name) => name !== 'up' && !exposed.has(name))).toEqual([]);
  });
});

async function metricsOf(url: string): Promise<string> {
  return (await ask(url, '/metrics', 'demo-admin')).text();
}
