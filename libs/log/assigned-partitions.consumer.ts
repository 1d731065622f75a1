import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogRecord, PartitionHandler } from './event-log.port.js';

/** How far a partition has been read. */
interface Progress {
  /** Offset of the next record; `null` while its owner has not taken the partition on. */
  next: number | null;
  /** When its owner was last told that there is nothing more to read, in milliseconds; `null`: there may be more. */
  standingSince: number | null;
}

/** Refusals that another reading from where the store is may not meet: it begins at once. */
const BEGUN_ANEW: readonly unknown[] = ['stale-writer', 'generation-left'];
/** What has to come back first: it is tried again in the next round, after the consumer's pause. */
const AWAY: readonly unknown[] = ['log-unavailable', 'store-unavailable'];
/** Milliseconds of a standstill after which an owner is told of it again, for what it rests on may have changed. */
const TOLD_AGAIN_MS = 1_000;

/** Reads on from an offset: no records say that there are none, `null` that it could not be found out. */
export type ReadOn = (partition: number, from: number) => Promise<readonly LogRecord[] | null>;

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
    for (const partition of partitions) this.#progress.set(partition, { next: null, standingSince: null });
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
      progress.standingSince = null;
    } catch (error) {
      if (!AWAY.includes(codeOf(error))) throw error;
    }
  }

  async #advance(partition: number, progress: Progress, from: number, interrupted: Interrupted): Promise<boolean> {
    const records = await this.#read(partition, from);
    if (records === null || interrupted()) return false;
    try {
      if (records.length > 0) await this.#handOver(partition, progress, records);
      else await this.#stand(partition, progress);
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
    progress.standingSince = null;
    await this.#handler.records(partition, records);
    progress.next = (records.at(-1)?.offset ?? 0) + 1;
  }

  async #stand(partition: number, progress: Progress): Promise<void> {
    const now = performance.now();
    if (progress.standingSince !== null && now - progress.standingSince < TOLD_AGAIN_MS) return;
    progress.standingSince = now;
    await this.#handler.caughtUp(partition);
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
