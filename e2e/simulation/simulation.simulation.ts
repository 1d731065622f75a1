import { Chance } from './chance.simulation.js';
import { Faults } from './faults.simulation.js';
import { Gate, quiet, type WaitingCall } from './gate.simulation.js';
import { Group } from './group.simulation.js';
import { JournalledStore } from './journalled.store.js';
import { Ledger } from './ledger.oracle.js';
import { NaiveRows } from './naive-rows.oracle.js';
import { PlantedLog } from './planted-log.simulation.js';
import { clockStart, drawPlan } from './plan.simulation.js';
import { Producer } from './producer.simulation.js';
import { Reader } from './reader.simulation.js';
import { checkAtRest } from './rest.oracle.js';
import { Trace } from './trace.simulation.js';
import { brittleVersions, versions } from './version.simulation.js';
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

const mostSteps = 60_000;

/** Runs one simulation from its seed to its end. */
export async function simulate(seed: number, parts: Parts = soundParts, keptSteps = 30): Promise<Outcome> {
  const simulation = new Simulation(seed, parts, keptSteps);
  await simulation.run();
  const { trace, watch } = simulation;
  return { seed, steps: trace.steps, digest: trace.digest, difference: watch.difference, trace: trace.end };
}

class Simulation {
  readonly trace: Trace;
  readonly watch: Watch;
  readonly #world: World;
  readonly #group: Group;
  readonly #faults: Faults;
  readonly #readers: Reader[] = [];
  readonly #naive: ReadonlyMap<string, NaiveRows>;
  #producer: Producer | null = null;

  constructor(seed: number, parts: Parts, keptSteps: number) {
    const chance = new Chance(seed);
    const plan = drawPlan(chance);
    const clock = { now: clockStart };
    const runnable = plan.brittle ? brittleVersions : versions;
    const ledger = new Ledger(plan.partitions, plan.brittle ? failingFold(runnable[0]?.program) : null);
    const watch = new Watch(ledger);
    this.trace = new Trace(keptSteps);
    this.watch = watch;
    this.#naive = new Map(
      runnable.map(({ fingerprint, program }) => [fingerprint.slice(0, 12), new NaiveRows(ledger, program)]),
    );
    this.#world = {
      chance,
      plan,
      clock,
      gate: new Gate(),
      ledger,
      log: new PlantedLog(ledger, () => clock.now),
      store: new JournalledStore(watch),
      watch,
      versions: runnable,
      parts,
    };
    this.#group = new Group(this.#world);
    this.#faults = new Faults(this.#world, this.#group, this.#readers, () => this.#startReader());
  }
}
