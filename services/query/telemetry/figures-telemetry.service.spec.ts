import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { LogRecord } from '../../../libs/log/event-log.port.js';
import { aSegment } from '../../../libs/store/checkpoint.testkit.js';
import type { Telemetry } from '../../../libs/telemetry/telemetry.port.js';
import { startTelemetry } from '../../../libs/telemetry/telemetry.service.js';
import { NOBODYS_COLLECTOR, valueIn } from '../../../libs/telemetry/telemetry.testkit.js';
import { currentTraceparent } from '../../../libs/telemetry/traceparent.codec.js';
import { FiguresTelemetry } from './figures-telemetry.service.js';

const NOW = 1_000_000;
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const segment = aSegment(0, undefined, { partition: 3, from: 10, through: 59, throughAppendedAt: NOW - 700 });

let telemetry: Telemetry;

afterEach(async () => {
  await telemetry.close();
  Logger.overrideLogger(['error', 'warn']);
});

/** Answers what was read, and in the course of which trace readers were told of a segment. */
async function toldOf(
  environment: Readonly<Record<string, string>>,
  read: () => Promise<readonly LogRecord[]>,
): Promise<{ readonly reads: unknown[]; readonly traces: (string | undefined)[] }> {
  telemetry = startTelemetry('test', environment);
  const reads: unknown[] = [];
  const traces: (string | undefined)[] = [];
  const log = {
    read: (...asked: readonly number[]): Promise<readonly LogRecord[]> => {
      reads.push(asked);
      return read();
    },
  };
  const watch = new FiguresTelemetry(log, () => NOW);
  watch.tookIn([segment]);
  for (let times = 0; times < 2; times += 1) {
    await watch.telling(() => traces.push(currentTraceparent()?.split('-')[1]));
  }
  return { reads, traces };
}

const record: LogRecord = {
  partition: 3,
  offset: 10,
  appendedAt: 0,
  key: 'CASE-000001',
  value: '{}',
  headers: { traceparent: `00-${TRACE}-b7ad6b7169203331-01` },
};

describe('figures that become visible', () => {
  it('say how long the oldest event of a checkpoint has waited', async () => {
    await toldOf({}, () => Promise.resolve([]));
    const text = await telemetry.metricsText();
    expect(valueIn(text, 'charter_freshness_seconds_bucket{le="0.6"}')).toBe(0);
    expect(valueIn(text, 'charter_freshness_seconds_bucket{le="0.8"}')).toBe(1);
  });

  it('are told in the trace of the events that they come from, which are found by their positions', async () => {
    const { reads, traces } = await toldOf(NOBODYS_COLLECTOR, () => Promise.resolve([record]));
    expect(reads).toEqual([[3, 10, 32]]);
    expect(traces).toEqual([TRACE, undefined]);
  });

  it.each([
    ['does not answer', () => Promise.reject(new Error('the log is away'))],
    ['never answers', () => new Promise<never>(() => undefined)],
  ])('are told all the same where the log %s', async (_, read) => {
    const { traces } = await toldOf(NOBODYS_COLLECTOR, read);
    expect(traces).toHaveLength(2);
    expect(traces[0]).not.toBe(TRACE);
  });

  it('need nothing of the log where no span is made', async () => {
    const { reads, traces } = await toldOf({}, () => Promise.resolve([record]));
    expect([reads, traces]).toEqual([[], [undefined, undefined]]);
  });
});
