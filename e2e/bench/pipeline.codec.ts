import { toMarkdown } from './markdown-table.codec.js';
import type { Measurement } from './measurement.fact.js';
import { PEER } from './peer.bench.js';
import type { PipelineResult } from './pipeline.bench.js';
import { ratioOf, type Spread } from './spread.rule.js';

/** The result for people: what it was measured on, the medians, then every measurement. */
export function describePipeline({ at, commit, machine, topic, summary, measurements }: PipelineResult): string {
  const { cpus, cpu, memoryGiB, system, node, kafka, store } = machine;
  const medians = summary.map(({ part, eventsPerSecond, ratio }) => [
    part,
    ...inCells(eventsPerSecond, whole),
    ...inCells(ratio, twoPlaces),
  ]);
  return [
    `Kafka to figures, ${at}, commit ${commit}`,
    `${cpus} × ${cpu}, ${memoryGiB} GiB, ${system}, Node ${node}, Kafka ${kafka}`,
    `store: ${store}`,
    `${whole(topic.events)} events (${whole(topic.bytes / 2 ** 20)} MiB), ${topic.partitions} partitions, ` +
      `put on the topic in ${topic.seconds.toFixed(1)} s`,
    '',
    toMarkdown(['part', 'events/s', 'least', 'most', '× peer', 'least', 'most'], medians),
    '',
    toMarkdown(
      [
        'run',
        'part',
        'seconds',
        'events/s',
        '× peer',
        'CPU s',
        'store CPU s',
        'peak MiB',
        'load before',
        'other cores',
      ],
      measurements.map((one) => rowOf(one, ratioOf(one, measurements, PEER))),
      2,
    ),
    '',
  ].join('\n');
}

function rowOf(one: Measurement, ratio: number | null): readonly string[] {
  return [
    String(one.run),
    one.part,
    one.seconds.toFixed(1),
    whole(one.eventsPerSecond),
    cell(ratio, twoPlaces),
    cell(one.cpuSeconds, onePlace),
    cell(one.storeCpuSeconds, onePlace),
    cell(one.peakMiB, whole),
    twoPlaces(one.loadBefore),
    cell(one.otherCores, twoPlaces),
  ];
}

function inCells(spread: Spread | null, write: (figure: number) => string): readonly string[] {
  return spread === null ? ['', '', ''] : [spread.median, spread.least, spread.most].map(write);
}

function cell(figure: number | null, write: (figure: number) => string): string {
  return figure === null ? '' : write(figure);
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString('en-GB');
}

function onePlace(figure: number): string {
  return figure.toFixed(1);
}

function twoPlaces(figure: number): string {
  return figure.toFixed(2);
}
