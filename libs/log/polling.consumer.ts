import { AssignedPartitions, type Batch } from './assigned-partitions.consumer.js';
import type { EventLog, LogConsumer, PartitionHandler } from './event-log.port.js';

export interface PollingOptions {
  /** Most records handed over at once. */
  readonly batchSize?: number;
  /** How long a standstill lasts before the log is read again, in milliseconds; `wake()` ends it at once. */
  readonly pollMs?: number;
}

/** Reads all partitions of any event log within one process, a batch of each in turn. */
export class PollingConsumer implements LogConsumer {
  readonly #log: EventLog;
  readonly #batchSize: number;
  readonly #pollMs: number;
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
    const count = await this.#log.partitionCount();
    const assigned = new AssignedPartitions(handler, (partition, from) => this.#readOn(partition, from));
    assigned.hold(Array.from({ length: count }, (_, partition) => partition));
    while (!this.#stopping) {
      this.#woken = false;
      const moved = await assigned.goRound(() => this.#stopping);
      if (!moved) await this.#wait();
    }
    await assigned.release();
  }

  async #readOn(partition: number, from: number): Promise<Batch> {
    const { end } = await this.#log.bounds(partition);
    const records = await this.#log.read(partition, from, this.#batchSize);
    return { records, isAll: from + records.length >= end };
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
