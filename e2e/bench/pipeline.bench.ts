import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '../../infra/local/broker.service.js';
import { measureCounting, type Store, type Topic } from './counting.bench.js';
import { commitOfCheckout, thisMachine } from './machine.service.js';
import type { Machine, Measurement } from './measurement.fact.js';
import { measurePeer, PEER } from './peer.bench.js';
import { summaryOf, type PartSummary } from './spread.rule.js';
import { fillTopic, type Filled } from './topic.bench.js';

export interface PipelineOptions {
  /** File of events, one JSON line each. */
  readonly events: string;
  /** Command of a program to run beside; `null`: none. */
  readonly peer: string | null;
  /** In this order; the peer runs after the first. */
  readonly stores: readonly Store[];
  readonly runs: number;
  /** Told what is being done. */
  readonly tell: (line: string) => void;
  readonly stopping: AbortSignal;
}

export interface PipelineResult {
  readonly bench: 'pipeline';
  /** When it began, ISO 8601. */
  readonly at: string;
  readonly commit: string;
  readonly machine: Machine;
  readonly topic: Filled & { readonly file: string; readonly partitions: number };
  readonly summary: readonly PartSummary[];
  readonly measurements: readonly Measurement[];
}

/**
 * Puts a file's events on a new topic of a broker of its own; then, each run, has one and two indicators processes count
 * the whole topic with each store, and the peer program the same file.
 */
export async function measurePipeline(options: PipelineOptions): Promise<PipelineResult> {
  const { events, tell, stopping } = options;
  const at = new Date().toISOString();
  const folder = mkdtempSync(join(tmpdir(), 'charter-bench-'));
  const broker = await startBroker({ dataFolder: join(folder, 'broker'), port: 0 });
  try {
    const place = { brokers: broker.brokers, topic: `charter-bench-${randomUUID()}` };
    tell(`Putting ${events} on a topic`);
    const filled = await fillTopic(place, events, stopping);
    const measurements = await measureRuns(options, { ...place, folder, ends: filled.ends });
    return {
      bench: 'pipeline',
      at,
      commit: commitOfCheckout(),
      machine: thisMachine(),
      topic: { ...filled, file: events, partitions: filled.ends.length },
      summary: summaryOf(measurements, PEER),
      measurements,
    };
  } finally {
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureRuns(
  { events, peer, stores, runs, tell, stopping }: PipelineOptions,
  topic: Topic,
): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  const note = (run: number, measured: Omit<Measurement, 'run'>): void => {
    const { part, eventsPerSecond, loadBefore, otherCores } = measured;
    const elsewhere = otherCores === null ? '' : `, ${otherCores.toFixed(2)} cores busy elsewhere`;
    tell(`run ${run}, ${part}: ${Math.round(eventsPerSecond)} events/s (load ${loadBefore.toFixed(2)}${elsewhere})`);
    measurements.push({ run, ...measured });
  };
  for (let run = 1; run <= runs; run += 1) {
    for (const [place, store] of stores.entries()) {
      for (const processes of [1, 2]) note(run, await measureCounting({ store, processes }, topic, stopping));
      if (place === 0 && peer !== null) note(run, await measurePeer(peer, events, stopping));
    }
  }
  return measurements;
}
