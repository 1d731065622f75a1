import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processOn } from '../../infra/local/process.store.js';
import { startStore } from '../../infra/local/store-server.service.js';
import type { RunningSystem } from '../doors/running-system.testkit.js';
import { killAll, startService, type Place } from '../stack/distributed-system.testkit.js';
import { countedAt, NotMeasurable } from './counted.rule.js';
import type { Measurement } from './measurement.fact.js';
import { toldIn, type Told } from './told.codec.js';
import { startWatch, type Watch } from './usage.service.js';

export const STORES = ['memory', 'stand-in'] as const;
export type Store = (typeof STORES)[number];

/** A topic that is full, and a folder to work in that holds the data of its broker. */
export interface Topic {
  readonly brokers: string;
  readonly topic: string;
  readonly folder: string;
  /** Where each partition ends. */
  readonly ends: readonly number[];
}

const partNames: Readonly<Record<Store, string>> = { memory: 'memory store', 'stand-in': 'MongoDB stand-in' };
/** After the last process has its partitions: by then the group has settled. */
const SETTLE_MS = 1_000;
const LOOK_MS = 100;
/** After how long without a checkpoint it is given up. */
const PATIENCE_MS = 120_000;

/**
 * How long indicators processes take from taking up their partitions until all of the topic is saved. They are started
 * beforehand, and wait; what starting them and the first division of partitions takes is left out, what V8 takes to warm
 * up is not. The store is new and empty.
 */
export async function measureCounting(
  { store, processes }: { readonly store: Store; readonly processes: number },
  topic: Topic,
  stopping: AbortSignal,
): Promise<Omit<Measurement, 'run'>> {
  const dataFolder = join(topic.folder, `store-${randomUUID()}`);
  const server = store === 'memory' ? null : await startStore({ dataFolder, port: 0 });
  const systems: RunningSystem[] = [];
  try {
    const place = { brokers: topic.brokers, topic: topic.topic, mongoUrl: server?.url ?? 'mongodb://127.0.0.1/none' };
    while (systems.length < processes) systems.push(await startIndicators(store, place));
    await allWait(systems, stopping);
    const loadBefore = loadavg()[0] ?? 0;
    const watch = startWatch({
      measured: systems.map((system) => system.process.pid),
      store: server === null ? undefined : processOn(dataFolder)?.pid,
      broker: processOn(join(topic.folder, 'broker'))?.pid,
    });
    const seconds = await secondsToCount(systems, topic.ends, stopping);
    const measured = measurementOf(topic, seconds, watch);
    // They leave their group, so that the next to measure need not wait until they are missed.
    await Promise.all(systems.map((system) => system.stop()));
    const part = `${partNames[store]}, ${processes === 1 ? '1 process' : `${processes} processes`}`;
    return { part, loadBefore, ...measured };
  } finally {
    await killAll(...systems);
    await server?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function startIndicators(store: Store, place: Place): Promise<RunningSystem> {
  const preload = new URL('./telling-store.preload.js', import.meta.url).href;
  return startService('indicators', place, {
    environment: { BENCH_STORE: store },
    nodeOptions: ['--import', preload],
  });
}

async function allWait(systems: readonly RunningSystem[], stopping: AbortSignal): Promise<void> {
  await until(() => wordsOf(systems).every((words) => words.length > 0) || null, systems, stopping);
  await pause(SETTLE_MS);
}

async function secondsToCount(
  systems: readonly RunningSystem[],
  ends: readonly number[],
  stopping: AbortSignal,
): Promise<number> {
  const begun = Date.now();
  for (const system of systems) system.process.kill('SIGUSR2');
  const ended = await until(() => countedAt(wordsOf(systems), ends), systems, stopping);
  return (ended - begun) / 1_000;
}

function measurementOf(
  { ends }: Topic,
  seconds: number,
  watch: Watch,
): Omit<Measurement, 'run' | 'part' | 'loadBefore'> {
  const events = ends.reduce((sum, end) => sum + end, 0);
  return { events, seconds, eventsPerSecond: events / seconds, ...watch.read() };
}

/** Looks until there is an answer. Rejects where the processes have told nothing new for too long, or one has ended. */
async function until<T>(look: () => T | null, systems: readonly RunningSystem[], stopping: AbortSignal): Promise<T> {
  let [words, since] = [0, performance.now()];
  for (;;) {
    const found = look();
    if (found !== null) return found;
    const wordsNow = wordsOf(systems).flat().length;
    if (wordsNow > words) [words, since] = [wordsNow, performance.now()];
    const hasEnded = systems.some((system) => system.process.exitCode !== null);
    if (hasEnded || performance.now() - since > PATIENCE_MS) {
      throw new NotMeasurable(`Nothing is counted any more:\n${systems.map((system) => system.told()).join('\n')}`);
    }
    await pause(LOOK_MS, undefined, { signal: stopping });
  }
}

function wordsOf(systems: readonly RunningSystem[]): readonly (readonly Told[])[] {
  return systems.map((system) => toldIn(system.told()));
}
