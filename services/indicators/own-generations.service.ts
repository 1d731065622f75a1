import type { EventLog } from '../../libs/log/event-log.port.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';
import { isBegunLater, type Fingerprinted } from './generation-choice.rule.js';
import { openGeneration } from './generation.service.js';

/** Which generation an engine writes to, and what it does about readers. */
export interface Generations {
  /** Id of the generation to take a partition up in. */
  takeUp(): Promise<string>;
  /** Whether what is written to this generation should go to another by now. */
  hasLeft(generation: string): Promise<boolean>;
  /** A partition of this generation has been counted to the end of the log, and saved. */
  caughtUp(generation: string): Promise<void>;
}

/** Writes to one generation, whoever reads which: what a rebuild fills. */
export function onlyGeneration(id: string): Generations {
  return {
    takeUp: () => Promise.resolve(id),
    hasLeft: () => Promise.resolve(false),
    caughtUp: () => Promise.resolve(),
  };
}

/**
 * The generations of a process that counts for as long as it runs.
 *
 * It writes to the one in use where that is of its fingerprint, and goes over when readers have been moved to another of
 * its fingerprint: one that a rebuild has filled. Where the one in use is of another fingerprint it fills its own beside,
 * and moves readers to it once every partition has been counted to the end of the log: if its own was begun later; and to
 * one begun earlier a single time, if readers are where they were when the process started, for then somebody has started
 * an older version on purpose. So of two versions that run at once the newer has the last word.
 */
export class OwnGenerations implements Generations {
  #maySwitchBack = true;

  private constructor(
    private readonly store: EngineStore,
    private readonly log: EventLog,
    private readonly own: Fingerprinted,
    /** The generation in use when the process started. */
    private readonly usedAtStart: string | null,
  ) {}

  /** Begins a generation where there is none of this fingerprint. Rejects with PartitionCountMismatch. */
  static async open(store: EngineStore, log: EventLog, own: Fingerprinted): Promise<OwnGenerations> {
    await openGeneration(store, log, own);
    return new OwnGenerations(store, log, own, await store.currentGeneration());
  }

  async takeUp(): Promise<string> {
    return (await openGeneration(this.store, this.log, this.own)).id;
  }

  async hasLeft(generation: string): Promise<boolean> {
    const inUse = await this.store.currentGeneration();
    if (inUse === generation || inUse === null) return false;
    const used = (await this.store.generations()).find(({ id }) => id === inUse);
    return used?.fingerprint === this.own.fingerprint;
  }

  async caughtUp(generation: string): Promise<void> {
    const inUse = await this.store.currentGeneration();
    if (inUse === generation || !(await this.#mayMove(inUse, generation))) return;
    for (let partition = 0; partition < (await this.log.partitionCount()); partition += 1) {
      const { end } = await this.log.bounds(partition);
      const last = await this.store.lastSegment(generation, partition);
      if ((last?.through ?? -1) + 1 < end) return;
    }
    if (await this.store.pointTo(generation, inUse)) this.#maySwitchBack = false;
  }

  async #mayMove(inUse: string | null, generation: string): Promise<boolean> {
    if (inUse === null || (this.#maySwitchBack && inUse === this.usedAtStart)) return true;
    return isBegunLater(await this.store.generations(), generation, inUse);
  }
}
