import type { Measurement } from './measurement.fact.js';

/** A measurement that says nothing but what a test is about. */
export function measurement(over: Partial<Measurement> = {}): Measurement {
  return {
    run: 1,
    part: 'memory store, 1 process',
    loadBefore: 0.5,
    events: 1_000_000,
    seconds: 25,
    eventsPerSecond: 40_000,
    cpuSeconds: 26.04,
    storeCpuSeconds: null,
    peakMiB: 700.4,
    otherCores: 0.1,
    ...over,
  };
}
