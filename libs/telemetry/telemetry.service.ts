import { context, diag, DiagLogLevel, logs, metrics, trace } from '@opentelemetry/api';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { Logger } from '@nestjs/common';
import { onceInAWhile } from '../log/once-in-a-while.rule.js';
import { withinTime } from '../log/time-limit.rule.js';
import { JsonLines } from './json-lines.service.js';
import { observeProcess } from './process-metrics.service.js';
import type { Telemetry } from './telemetry.port.js';
import { collectorOf } from './telemetry.settings.js';
import { setTracing } from './tracing.service.js';

/** Milliseconds in which whatever is measured on request must have answered; without it the rest is told. */
const COLLECT_MS = 3_000;
/** Milliseconds for what has not been sent yet when the process ends. */
const CLOSE_MS = 2_000;
/** Milliseconds for one sending. */
const SEND_MS = 5_000;
/** Milliseconds for which the same complaint is not repeated. */
const REPEAT_MS = 60_000;

/**
 * Begins to tell: logs as JSON lines, metrics to whoever asks, and traces to the collector that the environment names;
 * where it names none no span is made. To be called once in a process, before anything makes an instrument: what was made
 * before stays silent.
 *
 * @param service the name under which the process tells it
 * @throws SettingsRefused
 */
export function startTelemetry(service: string, environment: Readonly<Record<string, string | undefined>>): Telemetry {
  const collector = collectorOf(environment);
  Logger.overrideLogger(new JsonLines());
  complainInLog();
  const reader = new PrometheusExporter({ preventServerStart: true });
  const sdk = new NodeSDK({
    serviceName: `charter-${service}`,
    autoDetectResources: false,
    textMapPropagator: null,
    metricReaders: [reader],
    logRecordProcessors: [],
    ...(collector === null
      ? { spanProcessors: [] }
      : { traceExporter: new OTLPTraceExporter({ url: `${collector}/v1/traces`, timeoutMillis: SEND_MS }) }),
  });
  sdk.start();
  setTracing(collector !== null);
  const stopObserving = observeProcess();
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true);
  return {
    metricsText: async () => {
      const { resourceMetrics, errors } = await reader.collect({ timeoutMillis: COLLECT_MS });
      if (errors.length > 0) diag.warn(`${errors.length} metrics could not be told`);
      return `${serializer.serialize(resourceMetrics)}\n`;
    },
    close: async () => {
      stopObserving();
      setTracing(false);
      // What the collector has not taken by now is lost, and nobody waits for it.
      await withinTime(CLOSE_MS, sdk.shutdown(), () => new Error('not sent in time')).catch(() => undefined);
      for (const part of [metrics, trace, logs, context, diag]) part.disable();
    },
  };
}

/** Puts what goes wrong with telling into the log: no more than that may come of it. */
function complainInLog(): void {
  const logger = new Logger('Telemetry');
  const isNews = onceInAWhile(REPEAT_MS, () => performance.now());
  const complain = (message: string): void => {
    const [line = ''] = message.split('\n');
    if (isNews(line)) logger.warn(line);
  };
  const silent = (): void => undefined;
  const voice = { error: complain, warn: complain, info: silent, debug: silent, verbose: silent };
  diag.setLogger(voice, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
}
