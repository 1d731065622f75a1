import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventLog, LogConsumer, PartitionHandler } from './event-log.port.js';

export interface PollingOptions {
  /** Most records handed over at once. */
  readonly batchSize?: number;
  /** How long a standstill lasts before the log is read again, in milliseconds; `wake()` ends it at once. */
  readonly pollMs?: number;
}

/** How far an assigned partition has been read. */
interface Progress {
  next: number;
  /** Its owner has been told that there is nothing more to read. */
  standing: boolean;
}

/** Reads all partitions of any event log within one process, a batch of each in turn. */
export class PollingConsumer implements LogConsumer {
  readonly #log: EventLog;
  readonly #batchSize: number;
  readonly #pollMs: number;
  readonly #progress = new Map<number, Progress>();
  #ended: Promise<void> | null = null;
  #stopping = false;
  /** Something may have been appended since the last turn round the partitions began. */
  #woken = false;
  #endWait: () => void = () => undefined;

  constructor(log: EventLog, { batchSize = 5_000, pollMs = 250 }: PollingOptions = {}) {
    this.#log = log;
    this.#batchSize = batchSize;
    this.#pollMs = pollMs;
  }

  start(handler: PartitionHandler): Promise<{ readonly ended: Promise<void> }> {
    if (this.#ended !== null) return Promise.reject(new Error('the consumer has been started already'));
    const ended = this.#run(handler);
    this.#ended = ended;
    return Promise.resolve({ ended });
  }

  /** Something has been appended: read on without waiting for the next poll. */
  wake(): void {
    this.#woken = true;
    this.#endWait();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.wake();
    // What ended the reading is told by `ended`.
    await this.#ended?.catch(() => undefined);
  }

  async #run(handler: PartitionHandler): Promise<void> {
    const partitions = await this.#log.partitionCount();
    for (let partition = 0; partition < partitions && !this.#stopping; partition += 1) {
      await this.#assign(handler, partition);
    }
    while (!this.#stopping) {
      this.#woken = false;
      const moved = await this.#goRound(handler);
      if (!moved) await this.#wait();
    }
    for (const partition of this.#progress.keys()) await handler.revoked(partition);
    this.#progress.clear();
  }

  /** One batch of each partition; answers whether there was anything. */
  async #goRound(handler: PartitionHandler): Promise<boolean> {
    let moved = false;
    for (const [partition, progress] of this.#progress) {
      if (this.#stopping) break;
      try {
        if (await this.#advance(handler, partition, progress)) moved = true;
      } catch (error) {
        if (!isStaleWriter(error)) throw error;
        await handler.revoked(partition);
        await this.#assign(handler, partition);
      }
      await nextTurn();
    }
    return moved;
  }

  async #advance(handler: PartitionHandler, partition: number, progress: Progress): Promise<boolean> {
    const records = await this.#log.read(partition, progress.next, this.#batchSize);
    if (records.length > 0) {
      progress.next += records.length;
      progress.standing = false;
      await handler.records(partition, records);
    } else if (!progress.standing) {
      progress.standing = true;
      await handler.caughtUp(partition);
    }
    return records.length > 0;
  }

  async #assign(handler: PartitionHandler, partition: number): Promise<void> {
    this.#progress.set(partition, { next: await handler.assigned(partition), standing: false });
  }

  async #wait(): Promise<void> {
    if (this.#woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#pollMs);
      this.#endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function isStaleWriter(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'stale-writer';
}
