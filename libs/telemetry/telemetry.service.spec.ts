import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { metrics, trace } from '@opentelemetry/api';
import { INSTRUMENTATION, type Telemetry } from './telemetry.port.js';
import { startTelemetry } from './telemetry.service.js';
import { NOBODYS_COLLECTOR, valueIn } from './telemetry.testkit.js';
import { isTracing } from './tracing.service.js';

let telemetry: Telemetry;

afterEach(async () => {
  await telemetry.close();
  jest.restoreAllMocks();
  Logger.overrideLogger(['error', 'warn']);
});

function isSpanMade(): boolean {
  const span = trace.getTracer(INSTRUMENTATION).startSpan('a span');
  return span.isRecording();
}

describe('telemetry', () => {
  it('has metrics of the process and of whatever is measured, and makes no span where nobody collects them', async () => {
    telemetry = startTelemetry('test', {});
    metrics.getMeter(INSTRUMENTATION).createCounter('charter_test_total').add(3, { fate: 'applied' });
    const text = await telemetry.metricsText();
    expect(valueIn(text, 'charter_test_total{fate="applied"}')).toBe(3);
    expect(valueIn(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(valueIn(text, 'nodejs_eventloop_delay_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0);
    expect([isTracing(), isSpanMade()]).toEqual([false, false]);
  });

  it('makes spans where a collector is named, also after it has been ended once', async () => {
    telemetry = startTelemetry('test', {});
    await telemetry.close();
    telemetry = startTelemetry('test', NOBODYS_COLLECTOR);
    expect([isTracing(), isSpanMade()]).toEqual([true, true]);
    await telemetry.close();
    expect([isTracing(), isSpanMade()]).toEqual([false, false]);
  });

  it('leaves out what cannot be measured just now, and says so in the log', async () => {
    telemetry = startTelemetry('test', {});
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    metrics
      .getMeter(INSTRUMENTATION)
      .createObservableGauge('charter_test_away')
      .addCallback(() => Promise.reject(new Error('the log is away')));
    const text = await telemetry.metricsText();
    expect(text).not.toContain('charter_test_away{');
    expect(text).not.toContain('the log is away');
    expect(valueIn(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(warned).toHaveBeenCalledWith('1 metrics could not be told');
  });
});
