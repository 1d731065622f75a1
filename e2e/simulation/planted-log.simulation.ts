import type { Bounds, EventLog, LogRecord } from '../../libs/log/event-log.port.js';
import { MemoryLog } from '../../libs/log/memory.log.js';
import { partitionOf } from '../../libs/log/partitioner.rule.js';
import type { Ledger } from './ledger.oracle.js';
import type { Message } from './message.simulation.js';

/** Stands for a tombstone, which no producer of this system can append. */
const tombstone = '\u0000tombstone';

/** The log of a simulation. Whatever is appended is entered in the ledger at the same moment. */
export class PlantedLog implements Pick<EventLog, 'partitionCount' | 'bounds' | 'read'> {
  readonly #log: MemoryLog;

  constructor(
    private readonly ledger: Ledger,
    now: () => number,
  ) {
    this.#log = new MemoryLog(ledger.partitionCount, now);
  }

  async append(messages: readonly Message[]): Promise<void> {
    await this.#log.append(
      messages.map(({ key, value, partition }) => ({
        key,
        value: value ?? tombstone,
        ...(partition === null ? {} : { partition }),
      })),
    );
    for (const message of messages) {
      const partition = message.partition ?? partitionOf(message.key, this.ledger.partitionCount);
      const [record] = await this.#log.read(partition, this.ledger.end(partition), 1);
      if (record !== undefined) this.ledger.append(partition, message, record.appendedAt);
    }
  }

  partitionCount(): Promise<number> {
    return this.#log.partitionCount();
  }

  bounds(partition: number): Promise<Bounds> {
    return this.#log.bounds(partition);
  }

  async read(partition: number, from: number, limit: number): Promise<readonly LogRecord[]> {
    const records = await this.#log.read(partition, from, limit);
    return records.map((record) => (record.value === tombstone ? { ...record, value: null } : record));
  }
}
