import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { brokersUnderTest } from '../../libs/log/kafka.testkit.js';
import { freshDatabase } from '../../libs/store/mongo-database.testkit.js';
import { startProgram, type CommandResult, type RunningSystem } from '../doors/running-system.testkit.js';

const MOST_TRIES = 5;
const BETWEEN_TRIES_MS = 2_000;

/** Where one system keeps everything: a topic and a database that no other system has. */
export interface Place {
  readonly brokers: string;
  readonly topic: string;
  readonly mongoUrl: string;
}

/** A new place, on the stack that is running unless others are named. */
export function newPlace(over: Partial<Place> = {}): Place {
  return { brokers: brokersUnderTest(), topic: `charter-test-${randomUUID()}`, mongoUrl: freshDatabase(), ...over };
}

/** What a process is started with beside its place. */
export interface StartOptions {
  /** A test's own, read by what `nodeOptions` bring in, or settings other than those of the place. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  /** The folder of another build than that of this checkout. */
  readonly build?: string;
}

/** One of the services of the distributed profile, in a process of its own. */
export function startService(
  name: 'intake' | 'indicators' | 'query',
  place: Place,
  { environment = {}, nodeOptions = [], build = '' }: StartOptions = {},
): Promise<RunningSystem> {
  const script = join(build, `dist/services/${name}/main.js`);
  return startProgram(script, { ...settingsFor(place), ...environment }, nodeOptions);
}

/** Runs `charter …` to its end on a place. */
export async function runCharterOn(
  place: Place,
  args: readonly string[],
  { build = '' }: Pick<StartOptions, 'build'> = {},
): Promise<CommandResult> {
  const script = join(build, 'dist/services/cli/main.js');
  const env = { ...process.env, ...settingsFor(place) };
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

/**
 * The same, started again as whatever supervises it would: a process ends at its start where it cannot reach log or store,
 * and right after these have come back that may be so for a moment.
 */
export async function startServiceAgain(
  name: 'intake' | 'indicators' | 'query',
  place: Place,
  options: StartOptions = {},
): Promise<RunningSystem> {
  for (let tries = 1; tries < MOST_TRIES; tries += 1) {
    try {
      return await startService(name, place, options);
    } catch {
      await pause(BETWEEN_TRIES_MS);
    }
  }
  return startService(name, place, options);
}

/** The pages in a process of their own. */
export function startPages(queryUrl: string): Promise<RunningSystem> {
  return startProgram('dist/dashboards/main.js', {
    CHARTER_PROFILE: 'distributed',
    CHARTER_AUTH: 'demo',
    CHARTER_QUERY_URL: queryUrl,
  });
}

/** One process of each service, on one place. */
export interface DistributedSystem {
  readonly place: Place;
  readonly intake: RunningSystem;
  readonly indicators: RunningSystem;
  readonly query: RunningSystem;
}

export async function startDistributedSystem(place = newPlace()): Promise<DistributedSystem> {
  // The first to come makes the topic and the indexes.
  const indicators = await startService('indicators', place);
  const [intake, query] = await Promise.all([startService('intake', place), startService('query', place)]);
  return { place, intake, indicators, query };
}

/** Ends whatever still runs, whatever state it is in. */
export async function killAll(...systems: readonly (RunningSystem | undefined)[]): Promise<void> {
  await Promise.all(systems.filter(isRunning).map((system) => system.kill()));
}

function isRunning(system: RunningSystem | undefined): system is RunningSystem {
  return system !== undefined && system.process.exitCode === null && system.process.signalCode === null;
}

function settingsFor({ brokers, topic, mongoUrl }: Place): Readonly<Record<string, string>> {
  return {
    CHARTER_PROFILE: 'distributed',
    CHARTER_AUTH: 'demo',
    CHARTER_KAFKA_BROKERS: brokers,
    CHARTER_KAFKA_TOPIC: topic,
    CHARTER_MONGO_URL: mongoUrl,
  };
}
