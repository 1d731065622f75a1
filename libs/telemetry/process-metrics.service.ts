import { monitorEventLoopDelay } from 'node:perf_hooks';
import { metrics } from '@opentelemetry/api';
import { INSTRUMENTATION } from './telemetry.port.js';

const RESOLUTION_MS = 20;
const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;

/** Measures the process itself until what it answers is called. */
export function observeProcess(): () => void {
  const meter = metrics.getMeter(INSTRUMENTATION);
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  meter
    .createObservableGauge('process_resident_memory_bytes', {
      description: 'Memory that the process has of the machine.',
    })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
  meter
    .createObservableGauge('nodejs_heap_used_bytes', { description: 'Memory that objects of the program take.' })
    .addCallback((result) => result.observe(process.memoryUsage().heapUsed));
  meter
    .createObservableCounter('process_cpu_seconds_total', { description: 'Time on processors, user and system.' })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage();
      result.observe((user + system) / MICROSECONDS);
    });
  meter
    .createObservableGauge('process_start_time_seconds', { description: 'When the process began, since the epoch.' })
    .addCallback((result) => result.observe(performance.timeOrigin / 1_000));
  meter
    .createObservableGauge('nodejs_eventloop_delay_seconds', {
      description:
        'How late the event loop was since it was last asked: by the median, the 99th percentile and the worst.',
    })
    .addCallback((result) => {
      for (const [quantile, nanoseconds] of [
        ['0.5', delay.percentile(50)],
        ['0.99', delay.percentile(99)],
        ['1', delay.max],
      ] as const) {
        result.observe(Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS / 1_000), { quantile });
      }
      delay.reset();
    });
  return () => delay.disable();
}
