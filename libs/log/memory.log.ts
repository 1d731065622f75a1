import type { Bounds, EventLog, LogRecord, NewRecord } from './event-log.port.js';
import { LogUnavailable } from './event-log.port.js';
import { placeOf, refuseUnknownPartition } from './partitioner.rule.js';
import { recordAt } from './record-block.codec.js';

/** The event log in memory: for tests, the simulator and measurements. Gone with the process. */
export class MemoryLog implements EventLog {
  readonly #partitions: readonly LogRecord[][];
  readonly #now: () => number;
  #closed = false;

  /** `now` gives append times in milliseconds; where it goes backwards, the append time stands still. */
  constructor(partitions: number, now: () => number) {
    this.#partitions = Array.from({ length: partitions }, () => []);
    this.#now = now;
  }

  async partitionCount(): Promise<number> {
    return this.#partitions.length;
  }

  async append(records: readonly NewRecord[]): Promise<void> {
    if (this.#closed) throw new LogUnavailable('the log is closed');
    const places = records.map((record) => placeOf(record, this.#partitions.length));
    const now = this.#now();
    records.forEach((record, index) => {
      const partition = places[index] ?? 0;
      const kept = this.#kept(partition);
      const appendedAt = Math.max(now, kept.at(-1)?.appendedAt ?? now);
      kept.push(recordAt(record, { partition, offset: kept.length, appendedAt }));
    });
  }

  async bounds(partition: number): Promise<Bounds> {
    return { start: 0, end: this.#kept(partition).length };
  }

  async read(partition: number, from: number, limit: number): Promise<readonly LogRecord[]> {
    return this.#kept(partition).slice(from, from + limit);
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #kept(partition: number): LogRecord[] {
    refuseUnknownPartition(partition, this.#partitions.length);
    return this.#partitions[partition] ?? [];
  }
}
