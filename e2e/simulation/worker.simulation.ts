import { Engine } from '../../services/indicators/engine.service.js';
import { OwnGenerations } from '../../services/indicators/own-generations.service.js';
import { Process, Unreachable } from './gate.simulation.js';
import { SimulatedConsumer } from './simulated.consumer.js';
import type { Version } from './version.simulation.js';
import type { World } from './world.simulation.js';

/** A process that computes figures: the engine over the log and the store as this process sees them. */
export class Worker {
  readonly process: Process;
  readonly #consumer: Promise<SimulatedConsumer>;

  constructor(
    private readonly world: World,
    name: string,
    readonly version: Version,
  ) {
    this.process = new Process(name);
    world.watch.processStarted(this.process);
    this.#consumer = this.#start();
    this.#consumer.catch((error: unknown) => {
      this.#failed(error);
    });
  }

  give(partition: number): void {
    this.#tell((consumer) => consumer.give(partition));
  }

  /** @param turns how often the process still reads before it notices */
  take(partition: number, turns: number): void {
    this.#tell((consumer) => consumer.take(partition, turns));
  }

  /** Takes a partition away and gives it back at once; `inHand`: even while a call for it is in hand. */
  bounce(partition: number, inHand: boolean): void {
    this.#tell((consumer) => consumer.bounce(partition, inHand));
  }

  /** The process ends where it stands. */
  end(): void {
    this.world.gate.end(this.process);
  }

  #tell(what: (consumer: SimulatedConsumer) => void): void {
    this.#consumer.then(what, () => undefined);
  }

  async #start(): Promise<SimulatedConsumer> {
    const { chance, clock, gate, plan, parts, ledger } = this.world;
    const log = new parts.Log(this.world.log, gate, this.process);
    const store = new parts.Store(this.world.store, gate, this.process, plan.store);
    const { program, fingerprint, layout } = parts.version(this.version, clock);
    const generations = await OwnGenerations.open(store, log, { fingerprint, layout });
    const limits = { unsavedEvents: chance.oneOf([3, 7, 7, 15]), compaction: plan.compaction };
    const engine = new Engine(
      {
        log,
        store,
        program,
        generations,
        partitionCount: plan.partitions,
        cachedCases: chance.between(0, 4),
        alarm: (message, error) => {
          if (!plan.brittle) this.world.watch.differ(`${this.process.name}: ${message}: ${String(error)}`);
        },
      },
      limits,
    );
    const mostAtOnce = chance.oneOf([2, 8, 16]);
    return new SimulatedConsumer({
      handler: engine,
      read: (partition, from, waits, interrupted) =>
        log.read(
          partition,
          from,
          chance.between(1, mostAtOnce),
          () => !waits || interrupted() || ledger.end(partition) > from,
        ),
      refused: () => {
        this.world.watch.writerRefused(this.process);
      },
      failed: (error) => {
        this.#failed(error);
      },
    });
  }

  /** An error anywhere ends the process. One that the simulation has not brought about is a fault. */
  #failed(error: unknown): void {
    if (!this.process.alive) return;
    this.world.trace.note(`! ${this.process.name} ends: ${error instanceof Error ? error.message : String(error)}`);
    if (!(error instanceof Unreachable)) {
      this.world.watch.differ(`${this.process.name} ended: ${error instanceof Error ? error.stack : String(error)}`);
    }
    this.end();
  }
}
