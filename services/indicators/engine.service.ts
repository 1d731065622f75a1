import type { LogRecord, PartitionHandler } from '../../libs/log/event-log.port.js';
import type { CompactionLimits } from './compaction.rule.js';
import { Compaction } from './compaction.service.js';
import { unwatched, type EngineWatch } from './engine-watch.port.js';
import type { Generations } from './own-generations.service.js';
import { PartitionFold, type FoldContext } from './partition-fold.service.js';
import { StoreMismatch } from './standing.service.js';

export interface EngineLimits {
  /** How much may be unsaved before a checkpoint, while there is more to read. */
  readonly unsavedEvents: number;
  readonly compaction: CompactionLimits;
}

export const defaultLimits: EngineLimits = { unsavedEvents: 50_000, compaction: { fanIn: 16, leftAlone: 16 } };

/** What an engine works with. */
export interface EngineContext extends Omit<FoldContext, 'generation'> {
  readonly generations: Generations;
  readonly watch?: EngineWatch;
}

/** Readers are on another generation of the same fingerprint now: what is in memory of the one left is forgotten. */
export class GenerationLeft extends Error {
  readonly code = 'generation-left';
  readonly retriable = true;
  constructor(generation: string) {
    super(`generation ${generation} has been left for another`);
  }
}

interface Assignment {
  readonly generation: string;
  readonly fold: PartitionFold;
  readonly compaction: Compaction;
}

/**
 * Folds the partitions assigned to this process. What is in memory belongs to one assignment: it goes with the partition,
 * and with any refused write.
 */
export class Engine implements PartitionHandler {
  readonly #assignments = new Map<number, Assignment>();
  readonly #watch: EngineWatch;

  constructor(
    private readonly context: EngineContext,
    private readonly limits: EngineLimits = defaultLimits,
  ) {
    this.#watch = context.watch ?? unwatched;
  }

  async assigned(partition: number): Promise<number> {
    const { generations } = this.context;
    const generation = await generations.takeUp();
    try {
      return await this.#takeUp(partition, generation);
    } catch (error) {
      // A generation that is deleted while it is read looks as if it had been damaged.
      if (!(error instanceof StoreMismatch) || (await generations.takeUp()) === generation) throw error;
      return this.assigned(partition);
    }
  }

  async #takeUp(partition: number, generation: string): Promise<number> {
    const { store } = this.context;
    const fold = await PartitionFold.open({ ...this.context, generation }, partition);
    const { position, segments } = fold.begunFrom;
    const compaction = new Compaction(store, generation, partition, this.limits.compaction, segments);
    this.#assignments.set(partition, { generation, fold, compaction });
    return position;
  }

  async records(partition: number, records: readonly LogRecord[]): Promise<void> {
    const assignment = this.#assignmentOf(partition);
    await this.#whole(partition, assignment, () =>
      this.#watch.folding(partition, records, () => assignment.fold.take(records)),
    );
    if (assignment.fold.unsaved >= this.limits.unsavedEvents) await this.#save(partition, assignment);
  }

  async caughtUp(partition: number): Promise<void> {
    const assignment = this.#assignmentOf(partition);
    await this.#save(partition, assignment);
    await this.context.generations.caughtUp(assignment.generation);
  }

  revoked(partition: number): Promise<void> {
    this.#assignments.delete(partition);
    this.#watch.forgotten(partition);
    return Promise.resolve();
  }

  async #save(partition: number, assignment: Assignment): Promise<void> {
    await this.#whole(partition, assignment, async () => {
      const { generation } = assignment;
      if (await this.context.generations.hasLeft(generation)) throw new GenerationLeft(generation);
      const segment = await this.#watch.saving(partition, () => assignment.fold.save());
      if (segment !== null) await assignment.compaction.after(segment);
    });
  }

  /** Work after whose failure nothing of the assignment may stay in memory. A later one of the partition stays. */
  async #whole(partition: number, assignment: Assignment, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.#assignments.get(partition) === assignment) this.#assignments.delete(partition);
      throw error;
    }
  }

  #assignmentOf(partition: number): Assignment {
    const assignment = this.#assignments.get(partition);
    if (assignment === undefined) throw new Error(`partition ${String(partition)} is not assigned`);
    return assignment;
  }
}
