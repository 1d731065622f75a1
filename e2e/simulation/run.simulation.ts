import { naiveRows } from '../../libs/measures/fold/case.testkit.js';
import { Chance } from './chance.simulation.js';
import { Faults } from './faults.simulation.js';
import { Gate } from './gate.simulation.js';
import { Group } from './group.simulation.js';
import { JournalledStore } from './journalled.store.js';
import { Ledger } from './ledger.oracle.js';
import { NaiveRows } from './naive-rows.oracle.js';
import { PlantedLog } from './planted-log.simulation.js';
import { clockStart, drawPlan } from './plan.simulation.js';
import { Producer } from './producer.simulation.js';
import { checkQuestions } from './question.oracle.js';
import { Reader } from './reader.simulation.js';
import { checkAtRest, checkReader } from './rest.oracle.js';
import { Scheduler } from './scheduler.simulation.js';
import { Trace } from './trace.simulation.js';
import { brittleVersions, onlyBrittle, versions } from './version.simulation.js';
import { Watch } from './watch.oracle.js';
import { soundParts, type Parts, type World } from './world.simulation.js';

/** What came of one seed. */
export interface Outcome {
  readonly seed: number;
  readonly steps: number;
  /** The same for the same steps. */
  readonly digest: string;
  /** What was not as it must be; `null`: nothing. */
  readonly difference: string | null;
  /** The last steps. */
  readonly trace: readonly string[];
}

/** Runs one simulation from its seed to its end. */
export async function simulate(seed: number, parts: Parts = soundParts, keptSteps = 30): Promise<Outcome> {
  const world = worldOf(seed, parts, new Trace(keptSteps));
  const { trace, watch, ledger } = world;
  const rows = new Map(
    world.versions.map(({ fingerprint, program }) => [fingerprint.slice(0, 12), new NaiveRows(ledger, program)]),
  );
  const naive = (generation: string): NaiveRows | null => rows.get(generation.slice(0, 12)) ?? null;

  const group = new Group(world);
  const readers: Reader[] = [];
  const startReader = (): void => {
    readers.push(new Reader(world, naive, `r${readers.length + 1}`));
  };
  startReader();
  const faults = new Faults(world, group, readers, startReader);
  const scheduler = new Scheduler(world, group, faults, new Producer(world));

  await scheduler.trouble();
  await scheduler.rest();
  if (watch.difference === null) await checkAtRest(world, naive, group.version);
  for (const reader of readers) {
    checkReader(world, reader);
    if (watch.difference === null) checkQuestions(world, reader);
  }
  return { seed, steps: trace.steps, digest: trace.digest, difference: watch.difference, trace: trace.end };
}

function worldOf(seed: number, parts: Parts, trace: Trace): World {
  const chance = new Chance(seed);
  const plan = drawPlan(chance);
  const clock = { now: clockStart };
  const ledger = new Ledger(plan.partitions, plan.brittle ? cannotCount : null);
  const watch = new Watch(ledger);
  return {
    chance,
    plan,
    clock,
    gate: new Gate(),
    ledger,
    log: new PlantedLog(ledger, () => clock.now),
    store: new JournalledStore(watch),
    watch,
    trace,
    versions: plan.brittle ? brittleVersions : versions,
    parts,
  };
}

function cannotCount(facts: Parameters<typeof naiveRows>[0]): boolean {
  try {
    naiveRows(facts, onlyBrittle);
    return false;
  } catch {
    return true;
  }
}
