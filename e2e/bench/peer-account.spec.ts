import { describe, expect, it } from '@jest/globals';
import { peerAccountIn } from './peer-account.parser.js';

const account = [
  'loaded: 1000000 in 6.4 s',
  'load_average_before: 0.42',
  'events: 1000000 duplicates: 9953 quarantined: 3040 diffs: 1629000',
  'seconds_first_event_to_committed: 50.000 (folded and applied after 49.8; start() to first event 1.4)',
  'events_per_second: 20000',
  'app_peak_rss_mib: 1244',
  'app_cpu_seconds: 78.0',
  'other_processes_cpu: 0.03 of 2 cores, stolen 0.00 (over 54 s)',
].join('\n');

describe('a peer’s account of itself', () => {
  it('is taken whole', () => {
    expect(peerAccountIn(account)).toEqual({
      events: 1_000_000,
      eventsPerSecond: 20_000,
      seconds: 50,
      cpuSeconds: 78,
      peakMiB: 1_244,
      otherCores: 0.03,
    });
  });

  it('may leave out what it used', () => {
    const { cpuSeconds, peakMiB } = peerAccountIn('events: 10\nevents_per_second: 5\n');
    expect([cpuSeconds, peakMiB]).toEqual([null, null]);
  });

  it('must say how fast it was', () => {
    expect(() => peerAccountIn('events: 10\nit went well')).toThrow('it went well');
  });
});
