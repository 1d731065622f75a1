import type { EventLog } from '../../libs/log/event-log.port.js';
import type { EngineStore, Generation } from '../../libs/store/engine-store.port.js';
import { countStretch, type Counted } from './counting.service.js';
import { Engine } from './engine.service.js';
import { storedSum, type FiguresSum } from './figures-sum.service.js';
import { generationBesides, generationsToPrune } from './generation-choice.rule.js';
import { generationInUse } from './generation-in-use.service.js';
import { newGeneration, refuseOtherPartitions } from './generation.service.js';
import type { Computation } from './open-engine.service.js';
import { onlyGeneration } from './own-generations.service.js';

/** A rebuild cannot go on; readers are where they were, and it can be begun again. */
export class RebuildRefused extends Error {
  readonly code = 'rebuild-refused';
  readonly retriable = true;
}

export interface RebuildParts {
  readonly log: EventLog;
  readonly store: EngineStore;
  readonly computation: Computation;
  /** Unchanged cases kept in memory, for each partition. */
  readonly cachedCases: number;
  /** Told of an event that made the fold fail. */
  readonly alarm: (message: string, error: unknown) => void;
  /** Waits a moment, in which others may count. */
  readonly pause: () => Promise<void>;
}

/** One partition in both generations, at one offset of the log. */
export interface HeldPartition {
  readonly partition: number;
  readonly inUse: FiguresSum;
  readonly beside: FiguresSum;
}

/** How often it is tried at most to bring the two to one offset. */
const HOLDS = 50;

/**
 * Counts the whole log into a generation beside the one in use, while others may go on writing to that one.
 *
 * In this order: `fill`, `hold` each partition and judge what is held, `moveReaders`. The new generation is never taken
 * beyond the one in use, whose segments do not change, so that there is an offset at which both can be held: where the
 * one in use ends when it is looked at. A rebuild that was cut short is gone on with by the next.
 */
export class Rebuild {
  readonly #engine: Engine;
  /** By partition, the offset of the next record to count; absent where it has not been taken up. */
  readonly #next = new Map<number, number>();

  private constructor(
    private readonly parts: RebuildParts,
    readonly inUse: Generation,
    readonly beside: Generation,
  ) {
    const { log, store, computation, cachedCases, alarm } = parts;
    const { program } = computation;
    const generations = onlyGeneration(beside.id);
    const { partitionCount } = beside;
    this.#engine = new Engine({ log, store, program, generations, partitionCount, cachedCases, alarm });
  }

  /**
   * Goes on with a rebuild that was not finished, or begins one. What an earlier one of the same fingerprint has left
   * behind the one in use is deleted.
   *
   * @throws NoFigures where nothing has been counted yet
   * @throws PartitionCountMismatch
   */
  static async begin(parts: RebuildParts): Promise<Rebuild> {
    const { log, store, computation } = parts;
    const inUse = await generationInUse(store);
    await refuseOtherPartitions(log, inUse);
    const generations = await store.generations();
    const unfinished = generationBesides(generations, inUse.id, computation.fingerprint);
    const beside = unfinished ?? (await newGeneration(generations, log, computation));
    if (unfinished === null) await store.createGeneration(beside);
    for (const { id, fingerprint } of generations) {
      const isLeft = fingerprint === inUse.fingerprint && fingerprint === computation.fingerprint;
      if (isLeft && id !== inUse.id && id !== beside.id) await store.deleteGeneration(id);
    }
    return new Rebuild(parts, inUse, beside);
  }

  /** Whether both generations must come out equal. */
  get mustBeEqual(): boolean {
    return this.inUse.fingerprint === this.beside.fingerprint;
  }

  get partitions(): readonly number[] {
    return Array.from({ length: this.inUse.partitionCount }, (_, partition) => partition);
  }

  /** How many records there are to count as yet. */
  async remaining(): Promise<number> {
    let records = 0;
    for (const partition of this.partitions) {
      const position = await this.parts.store.position(this.beside.id, partition);
      records += Math.max(0, (await this.#throughInUse(partition)) + 1 - position);
    }
    return records;
  }

  /** Counts every partition as far as the generation in use goes now. */
  async fill(counted: Counted): Promise<void> {
    for (const partition of this.partitions)
      await this.#countTo(partition, await this.#throughInUse(partition), counted);
  }

  /**
   * Brings a partition to one offset in both. Rejects with RebuildRefused where the generation in use stays behind: then
   * somebody else has taken the new one further, and nobody counts for the one in use.
   */
  async hold(partition: number): Promise<HeldPartition> {
    const { store } = this.parts;
    for (let attempt = 0; attempt < HOLDS; attempt += 1) {
      if (attempt > 0) await this.parts.pause();
      const inUse = await storedSum(store, this.inUse.id, partition);
      await this.#countTo(partition, inUse.through);
      const beside = await storedSum(store, this.beside.id, partition);
      if (inUse.through === beside.through) return { partition, inUse, beside };
    }
    throw new RebuildRefused(
      `Partition ${String(partition)} goes further in the new generation than in the one in use, which nobody counts. ` +
        'Start the indicators of the version in use, or begin anew after: charter rebuild --prune',
    );
  }

  /**
   * Takes the new generation once more as far as the one in use goes, and moves readers to it. Rejects with RebuildRefused
   * where they have been moved elsewhere meanwhile.
   */
  async moveReaders(): Promise<void> {
    await this.fill(() => undefined);
    if (await this.parts.store.pointTo(this.beside.id, this.inUse.id)) return;
    throw new RebuildRefused('Readers have been moved to another generation meanwhile. Begin the rebuild again.');
  }

  async #countTo(partition: number, through: number, counted: Counted = () => undefined): Promise<void> {
    const from = this.#next.get(partition) ?? (await this.#engine.assigned(partition));
    await countStretch(this.parts.log, this.#engine, { partition, from, through }, counted);
    this.#next.set(partition, Math.max(from, through + 1));
  }

  async #throughInUse(partition: number): Promise<number> {
    return (await this.parts.store.lastSegment(this.inUse.id, partition))?.through ?? -1;
  }
}

/** Deletes every generation that is not needed any more; answers their ids. */
export async function pruneGenerations(store: EngineStore, fingerprint: string): Promise<readonly string[]> {
  const inUse = await generationInUse(store);
  const toPrune = generationsToPrune(await store.generations(), inUse.id, fingerprint).map(({ id }) => id);
  for (const id of toPrune) await store.deleteGeneration(id);
  return toPrune;
}
