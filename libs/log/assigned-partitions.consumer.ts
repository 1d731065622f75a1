import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogRecord, PartitionHandler } from './event-log.port.js';

/** How far a partition has been read, and what its owner knows of it. */
interface Progress {
  /** Offset of the next record; `null` while its owner has not taken the partition on. */
  next: number | null;
  /** When its owner was last told that there was nothing more to read, in milliseconds. */
  toldAt: number;
  /** Whether it has been handed nothing since. */
  isStanding: boolean;
}

const untaken: Progress = { next: null, toldAt: -Infinity, isStanding: false };

/** Refusals that another reading from where the store is may not meet: it begins at once. */
const BEGUN_ANEW: readonly unknown[] = ['stale-writer', 'generation-left'];
/** What has to come back first: it is tried again in the next round, after the consumer's pause. */
const AWAY: readonly unknown[] = ['log-unavailable', 'store-unavailable'];
/** Milliseconds of a standstill after which an owner is told of it again, for what it rests on may have changed. */
const TOLD_AGAIN_MS = 1_000;
/** The same where every read brings something new, so that nothing waits for a standstill (contract: design, checkpoints). */
const TOLD_LIVE_MS = 250;

/** Records read on from an offset; none only at the end. */
export interface Batch {
  readonly records: readonly LogRecord[];
  /** Whether there was nothing beyond them when they were read, as far as the log says. */
  readonly isAll: boolean;
}

/** Reads on from an offset; `null` says that it could not be found out what there is. */
export type ReadOn = (partition: number, from: number) => Promise<Batch | null>;

/** Told between any two steps; once it answers true, nothing more is begun. */
export type Interrupted = () => boolean;

/**
 * The partitions that a consumer holds, read in turn, a batch of each, and handed to their owner one call at a time. What
 * an owner could not take because another writer was first, or because log or store could not be reached, it is handed anew.
 */
export class AssignedPartitions {
  readonly #handler: PartitionHandler;
  readonly #read: ReadOn;
  readonly #progress = new Map<number, Progress>();

  constructor(handler: PartitionHandler, read: ReadOn) {
    this.#handler = handler;
    this.#read = read;
  }

  /** These are held from now on; their owner hears of it in the next round. None may be held before. */
  hold(partitions: readonly number[]): void {
    for (const partition of partitions) this.#progress.set(partition, { ...untaken });
  }

  /** Takes every partition from its owner. */
  async release(): Promise<void> {
    for (const [partition, { next }] of this.#progress) {
      this.#progress.delete(partition);
      if (next !== null) await this.#handler.revoked(partition);
    }
  }

  /** The offsets to read from next. */
  positions(): ReadonlyMap<number, number> {
    return new Map([...this.#progress].flatMap(([partition, { next }]) => (next === null ? [] : [[partition, next]])));
  }

  /** One batch of each partition; answers whether there was anything to do. */
  async goRound(interrupted: Interrupted): Promise<boolean> {
    let moved = false;
    for (const [partition, progress] of this.#progress) {
      if (interrupted()) return true;
      if (progress.next === null) await this.#takeOn(partition, progress);
    }
    for (const [partition, progress] of this.#progress) {
      if (interrupted()) return true;
      if (progress.next === null) continue;
      if (await this.#advance(partition, progress, progress.next, interrupted)) moved = true;
      await nextTurn();
    }
    return moved;
  }

  async #takeOn(partition: number, progress: Progress): Promise<void> {
    try {
      Object.assign(progress, { ...untaken, next: await this.#handler.assigned(partition) });
    } catch (error) {
      if (!AWAY.includes(codeOf(error))) throw error;
    }
  }

  async #advance(partition: number, progress: Progress, from: number, interrupted: Interrupted): Promise<boolean> {
    const batch = await this.#read(partition, from);
    if (batch === null || interrupted()) return false;
    const { records, isAll } = batch;
    try {
      if (records.length === 0) await this.#tell(partition, progress, progress.isStanding ? TOLD_AGAIN_MS : 0);
      else {
        await this.#handOver(partition, progress, records);
        if (isAll && !interrupted()) await this.#tell(partition, progress, TOLD_LIVE_MS);
      }
      return records.length > 0;
    } catch (error) {
      const code = codeOf(error);
      const atOnce = BEGUN_ANEW.includes(code);
      if (!atOnce && !AWAY.includes(code)) throw error;
      progress.next = null;
      await this.#handler.revoked(partition);
      return atOnce;
    }
  }

  async #handOver(partition: number, progress: Progress, records: readonly LogRecord[]): Promise<void> {
    progress.isStanding = false;
    await this.#handler.records(partition, records);
    progress.next = (records.at(-1)?.offset ?? 0) + 1;
  }

  /** That there is nothing more to read, unless it was told less than some milliseconds ago. */
  async #tell(partition: number, progress: Progress, pauseMs: number): Promise<void> {
    const now = performance.now();
    if (now - progress.toldAt < pauseMs) return;
    progress.toldAt = now;
    progress.isStanding = true;
    await this.#handler.caughtUp(partition);
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
