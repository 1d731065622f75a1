import { describe, expect, it } from '@jest/globals';
import { versionIn } from './machine.service.js';
import { measurement } from './measurement.testkit.js';
import { describePipeline } from './pipeline.codec.js';
import { summaryOf } from './spread.rule.js';

const pom = `
  <dependency><artifactId>kafka_2.13</artifactId>
    <version>4.1.1</version></dependency>
  <dependency><artifactId>slf4j-api</artifactId><version>2.0.17</version></dependency>`;

describe('the version of an artefact', () => {
  it('is the one that stands beside its name', () => {
    expect([versionIn(pom, 'kafka_2.13'), versionIn(pom, 'slf4j-api'), versionIn(pom, 'other')]).toEqual([
      '4.1.1',
      '2.0.17',
      '',
    ]);
  });
});

describe('the table of the pipeline', () => {
  const measurements = [
    measurement(),
    measurement({ part: 'peer', eventsPerSecond: 16_000, seconds: 62.5, peakMiB: null }),
  ];
  const text = describePipeline({
    bench: 'pipeline',
    at: '2026-11-23T21:00:00.000Z',
    commit: '0123456789ab',
    machine: {
      cpus: 2,
      cpu: 'CPU',
      memoryGiB: 24,
      system: 'Linux 6',
      node: 'v24.0.0',
      kafka: '4.1.1',
      store: 'stand-in',
    },
    topic: { file: 'events.ndjson', events: 1_000_000, bytes: 2 ** 28, seconds: 20, partitions: 12, ends: [] },
    summary: summaryOf(measurements, 'peer'),
    measurements,
  });

  it('names what it was measured on', () => {
    expect(text).toContain(
      'commit 0123456789ab\n2 × CPU, 24 GiB, Linux 6, Node v24.0.0, Kafka 4.1.1\nstore: stand-in\n',
    );
    expect(text).toContain('1,000,000 events (256 MiB), 12 partitions, put on the topic in 20.0 s');
  });

  it('gives the medians, then each measurement, and leaves out what is not known', () => {
    expect(text).toContain('| memory store, 1 process | 40,000 | 40,000 | 40,000 | 2.50 | 2.50 | 2.50 |');
    expect(text).toContain('| 1 | memory store, 1 process | 25.0 | 40,000 | 2.50 | 26.0 |  | 700 | 0.50 | 0.10 |');
    expect(text).toContain('| 1 | peer | 62.5 | 16,000 | 1.00 | 26.0 |  |  | 0.50 | 0.10 |');
  });
});
