import type { Layout } from '../../libs/measures/layout.measure.js';
import { storedSum } from '../../services/indicators/figures-sum.service.js';
import { Rebuild } from '../../services/indicators/rebuild.service.js';
import { differencesBetween } from '../../services/indicators/sum-difference.rule.js';
import { Process } from './gate.simulation.js';
import type { Version } from './version.simulation.js';
import type { World } from './world.simulation.js';

/** A process that rebuilds once, and moves readers, accepting what another version gives. */
export class Rebuilder {
  readonly process: Process;

  constructor(
    private readonly world: World,
    name: string,
    private readonly version: Version,
  ) {
    this.process = new Process(name);
    void this.#run().catch((error: unknown) => {
      this.#failed(error);
    });
  }

  async #run(): Promise<void> {
    const { clock, gate, plan, parts, store, watch, chance } = this.world;
    const { process } = this;
    const computation = parts.version(this.version, clock);
    const rebuild = await Rebuild.begin({
      log: new parts.Log(this.world.log, gate, process),
      store: new parts.Store(store, gate, process, plan.store),
      computation,
      cachedCases: chance.between(0, 4),
      alarm: (message, error) => {
        if (!plan.brittle) watch.differ(`${process.name}: ${message}: ${String(error)}`);
      },
      pause: () => gate.pass(process, 'nowhere', 'pauses', () => Promise.resolve()),
    });
    const { timesBroughtBack } = store;
    await rebuild.fill(() => undefined);
    for (const partition of rebuild.partitions) {
      const { inUse, beside } = await rebuild.hold(partition);
      if (!rebuild.mustBeEqual || store.timesBroughtBack > timesBroughtBack) continue;
      const layout = JSON.parse(rebuild.beside.layout) as Layout;
      const [difference] = differencesBetween(inUse, beside, layout);
      if (difference !== undefined) watch.differ(`${process.name} at partition ${partition}: ${difference}`);
    }
    await this.#mayBeMovedTo();
    await rebuild.moveReaders();
    gate.end(process);
  }

  /** Readers lose nothing by being moved: the new figures go at least as far as those in use do now. */
  async #mayBeMovedTo(): Promise<void> {
    const { store, watch, plan } = this.world;
    const inUse = await store.reading.currentGeneration();
    if (inUse === null) return;
    const ends: number[] = [];
    for (let partition = 0; partition < plan.partitions; partition += 1) {
      ends.push((await storedSum(store.reading, inUse, partition)).through + 1);
    }
    watch.processStarted(this.process, ends);
  }

  /** What it cannot go on from it says by a code, and is begun again; anything else is a fault. */
  #failed(error: unknown): void {
    if (!this.process.alive) return;
    const isForeseen = error instanceof Error && 'code' in error;
    if (!isForeseen)
      this.world.watch.differ(`${this.process.name}: ${error instanceof Error ? error.stack : String(error)}`);
    this.world.trace.note(`! ${this.process.name} ends: ${error instanceof Error ? error.message : String(error)}`);
    this.world.gate.end(this.process);
  }
}
