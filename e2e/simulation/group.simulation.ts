import type { Version } from './version.simulation.js';
import { Worker } from './worker.simulation.js';
import type { World } from './world.simulation.js';

/** The processes that share the partitions among them, and who has which. */
export class Group {
  readonly #workers: Worker[] = [];
  /** By partition; `null`: nobody has it for now. */
  readonly #owners: (Worker | null)[];
  #started = 0;
  /** Index of the version that new processes run. */
  #version = 0;

  constructor(private readonly world: World) {
    this.#owners = Array.from({ length: world.plan.partitions }, () => null);
  }

  /** The processes that run, the paused ones among them. */
  get workers(): readonly Worker[] {
    return this.#workers.filter(({ process }) => process.alive);
  }

  /** Processes that can take a partition. */
  get awake(): readonly Worker[] {
    return this.workers.filter(({ process }) => !process.paused);
  }

  get paused(): readonly Worker[] {
    return this.workers.filter(({ process }) => process.paused);
  }

  /** Partitions that somebody has who is there. */
  get shared(): readonly number[] {
    return this.#partitions().filter((partition) => this.#ownerOf(partition) !== null);
  }

  get orphans(): readonly number[] {
    return this.#partitions().filter((partition) => this.#ownerOf(partition) === null);
  }

  /** What new processes run. */
  get version(): Version {
    const version = this.world.versions[this.#version];
    if (version === undefined) throw new Error('there is no such version');
    return version;
  }

  startWorker(): void {
    this.#started += 1;
    this.#workers.push(new Worker(this.world, `w${this.#started}`, this.version));
  }

  adopt(partition: number, worker: Worker): void {
    this.#owners[partition] = worker;
    worker.give(partition);
  }

  /** The partition goes to nobody for now; its owner notices after so many more turns. */
  take(partition: number, turns: number): void {
    this.#ownerOf(partition)?.take(partition, turns);
    this.#owners[partition] = null;
  }

  /** The partition goes away from its owner and comes back to it. */
  bounce(partition: number, inHand: boolean): void {
    this.#ownerOf(partition)?.bounce(partition, inHand);
  }

  /** The process stands still past its session: it has lost its partitions and does not know. */
  pause(worker: Worker, turns: () => number): void {
    worker.process.paused = true;
    for (const partition of this.#partitions()) {
      if (this.#owners[partition] === worker) this.take(partition, turns());
    }
  }

  wake(worker: Worker): void {
    worker.process.paused = false;
  }

  /** From now on processes start with another version; the second time with the first again. */
  deploy(): void {
    this.#version = (this.#version + 1) % this.world.versions.length;
  }

  /** Ends the processes of a version that is no longer started. */
  endOutdated(): void {
    for (const worker of this.workers) if (worker.version !== this.version) worker.end();
  }

  #partitions(): readonly number[] {
    return this.#owners.map((_, partition) => partition);
  }

  #ownerOf(partition: number): Worker | null {
    const owner = this.#owners[partition] ?? null;
    return owner !== null && owner.process.alive ? owner : null;
  }
}
