import type { Faults } from './faults.simulation.js';
import { quiet, writes, type WaitingCall } from './gate.simulation.js';
import type { Group } from './group.simulation.js';
import type { Producer } from './producer.simulation.js';
import type { World } from './world.simulation.js';

const mostSteps = 40_000;

/** Decides what happens next, step by step: which call is let through, and what goes wrong. */
export class Scheduler {
  constructor(
    private readonly world: World,
    private readonly group: Group,
    private readonly faults: Faults,
    private readonly producer: Producer,
  ) {}

  /** Lets things happen and go wrong until everything is on the log and nothing more is to go wrong. */
  async trouble(): Promise<void> {
    const { chance, plan, gate } = this.world;
    for (let { workers } = plan; workers > 0; workers -= 1) this.group.startWorker();
    let faultsLeft = plan.mostFaults;
    while (this.#goesOn()) {
      await quiet();
      const calls = gate.openCalls();
      const busy = calls.filter(({ what }) => what !== looks);
      if (this.producer.done && (faultsLeft === 0 || busy.length === 0)) return;
      // Most where it can do most harm: where something is about to be written.
      const share = calls.some(writes) ? plan.faultShare : plan.faultShare / 4;
      if (faultsLeft > 0 && chance.happens(share)) {
        faultsLeft -= 1;
        const done = await this.faults.strike(calls);
        if (done !== null) this.world.trace.note(`! ${done}`);
        this.world.watch.calm = false;
        continue;
      }
      this.#keepHouse();
      const call = chance.happens(0.03) || busy.length === 0 ? chance.oneOf(calls) : chance.oneOf(busy);
      await this.#let(call);
      this.faults.passStep();
    }
  }

  /** Nothing goes wrong any more: lets things happen until there is nothing left to do, and everybody has looked. */
  async rest(): Promise<void> {
    this.world.trace.note('! nothing goes wrong from here on');
    this.faults.endAll();
    for (const worker of this.group.paused) this.group.wake(worker);
    this.group.endOutdated();
    await this.#finish(false);
    // A store that was brought back, and readers that a rebuild has moved, are found with the next event.
    await this.producer.appendToEach();
    await this.#finish(false);
    await this.#finishRollback();
    await this.#finish(true);
  }

  /** Who went back to an older version while a newer one was still running has to start its processes once more. */
  async #finishRollback(): Promise<void> {
    const inUse = await this.world.store.reading.currentGeneration();
    if (inUse === null || this.group.version.fingerprint.startsWith(inUse.slice(0, 12))) return;
    this.world.trace.note('! the processes are started once more');
    for (const worker of this.group.workers) worker.end();
    await this.#finish(false);
  }

  /** @param looking whether readers begin to look again, each once */
  async #finish(looking: boolean): Promise<void> {
    const { chance, gate } = this.world;
    const toLook = new Set(looking ? gate.openCalls().filter(({ what }) => what === looks) : []);
    while (this.#goesOn()) {
      if (this.group.awake.length === 0) this.group.startWorker();
      for (const partition of this.group.orphans) this.group.adopt(partition, chance.oneOf(this.group.awake));
      await quiet();
      const calls = gate.openCalls().filter((call) => call.what !== looks || toLook.has(call));
      if (calls.length === 0 && this.group.orphans.length === 0) return;
      if (calls.length > 0) await this.#let(chance.oneOf(calls));
    }
  }

  #goesOn(): boolean {
    const { watch } = this.world;
    if (this.world.trace.steps > mostSteps) watch.differ(`it has not come to rest after ${mostSteps} steps`);
    return watch.difference === null;
  }

  async #let(call: WaitingCall): Promise<void> {
    const line = `${call.process.name} ${call.what}`;
    if (this.faults.isUnreachable(call)) {
      call.refuse();
      this.world.trace.note(`${line}: unreachable`);
      return;
    }
    const { error, tell } = await call.takeEffect();
    this.world.trace.note(error === null ? line : `${line}: ${error instanceof Error ? error.message : 'an error'}`);
    tell();
  }

  /** What a group does by itself: gives partitions to those who are there, and starts processes in place of others. */
  #keepHouse(): void {
    const { chance, plan } = this.world;
    const { awake, orphans } = this.group;
    const [orphan] = orphans;
    if (orphan !== undefined && awake.length > 0 && chance.happens(0.3)) this.group.adopt(orphan, chance.oneOf(awake));
    if (this.group.workers.length < plan.workers && chance.happens(0.1)) this.group.startWorker();
  }
}

/** What a reader waits for before it looks at the store again. */
export const looks = 'looks';
