import type { Measurement } from './measurement.fact.js';

export type PeerAccount = Omit<Measurement, 'run' | 'part' | 'loadBefore' | 'storeCpuSeconds'>;

/**
 * A peer program's account of itself: lines `<name>: <number> …`, of which `events` and `events_per_second` must be there,
 * and `app_cpu_seconds`, `app_peak_rss_mib` and `other_processes_cpu` may be.
 *
 * @throws Error where one is missing that must be there
 */
export function peerAccountIn(output: string): PeerAccount {
  const figure = (name: string): number | null => {
    const found = new RegExp(`^${name}: ([\\d.]+)`, 'm').exec(output);
    return found === null ? null : Number(found[1]);
  };
  const events = figure('events');
  const eventsPerSecond = figure('events_per_second');
  if (events === null || eventsPerSecond === null) throw new Error(`The peer did not say how fast it was:\n${output}`);
  return {
    events,
    eventsPerSecond,
    seconds: events / eventsPerSecond,
    cpuSeconds: figure('app_cpu_seconds'),
    peakMiB: figure('app_peak_rss_mib'),
    otherCores: figure('other_processes_cpu'),
  };
}
