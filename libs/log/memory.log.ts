import type { Clock } from '../calendars/clock.port.js';
import { promised } from '../store/promised.rule.js';
import type { Bounds, EventLog, LogRecord, NewRecord } from './event-log.port.js';
import { LogUnavailable } from './event-log.port.js';
import { placeOf, refuseUnknownPartition } from './partitioner.rule.js';
import { recordAt } from './record-block.codec.js';

/** The event log in memory: for tests, the simulator and measurements. Gone with the process. */
export class MemoryLog implements EventLog {
  readonly #partitions: readonly LogRecord[][];
  readonly #now: Clock;
  #closed = false;

  /** `now` gives append times in milliseconds; where it goes backwards, the append time stands still. */
  constructor(partitions: number, now: Clock) {
    this.#partitions = Array.from({ length: partitions }, () => []);
    this.#now = now;
  }

  partitionCount(): Promise<number> {
    return Promise.resolve(this.#partitions.length);
  }

  append(records: readonly NewRecord[]): Promise<void> {
    return promised(() => {
      if (this.#closed) throw new LogUnavailable('the log is closed');
      const places = records.map((record) => placeOf(record, this.#partitions.length));
      const now = this.#now();
      for (const [index, record] of records.entries()) this.#keep(record, places[index] ?? 0, now);
    });
  }

  bounds(partition: number): Promise<Bounds> {
    return promised(() => ({ start: 0, end: this.#kept(partition).length }));
  }

  read(partition: number, from: number, limit: number): Promise<readonly LogRecord[]> {
    return promised(() => this.#kept(partition).slice(from, from + limit));
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  #keep(record: NewRecord, partition: number, now: number): void {
    const kept = this.#kept(partition);
    const appendedAt = Math.max(now, kept.at(-1)?.appendedAt ?? 0);
    kept.push(recordAt(record, { partition, offset: kept.length, appendedAt }));
  }

  #kept(partition: number): LogRecord[] {
    refuseUnknownPartition(partition, this.#partitions.length);
    return this.#partitions[partition] ?? [];
  }
}
