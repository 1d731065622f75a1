import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogRecord, PartitionHandler } from './event-log.port.js';

/** How far a partition has been read. */
interface Progress {
  /** Offset of the next record; `null` while its owner has not taken the partition on. */
  next: number | null;
  /** Its owner has been told that there is nothing more to read. */
  standing: boolean;
}

/** Reads on from an offset: no records say that there are none, `null` that it could not be found out. */
export type ReadOn = (partition: number, from: number) => Promise<readonly LogRecord[] | null>;

/** Told between any two steps; once it answers true, nothing more is begun. */
export type Interrupted = () => boolean;

/**
 * The partitions that a consumer holds, read in turn, a batch of each, and handed to their owner one call at a time. What
 * an owner could not take because another writer was first, or because the log could not be reached, it is handed anew.
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
    for (const partition of partitions) this.#progress.set(partition, { next: null, standing: false });
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
      progress.next = await this.#handler.assigned(partition);
      progress.standing = false;
    } catch (error) {
      if (codeOf(error) !== 'log-unavailable') throw error;
    }
  }

  async #advance(partition: number, progress: Progress, from: number, interrupted: Interrupted): Promise<boolean> {
    const records = await this.#read(partition, from);
    if (records === null || interrupted()) return false;
    try {
      if (records.length > 0) await this.#handOver(partition, progress, records);
      else if (!progress.standing) {
        progress.standing = true;
        await this.#handler.caughtUp(partition);
      }
      return records.length > 0;
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'stale-writer' && code !== 'log-unavailable') throw error;
      progress.next = null;
      await this.#handler.revoked(partition);
      return code === 'stale-writer';
    }
  }

  async #handOver(partition: number, progress: Progress, records: readonly LogRecord[]): Promise<void> {
    progress.standing = false;
    await this.#handler.records(partition, records);
    progress.next = (records.at(-1)?.offset ?? 0) + 1;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
