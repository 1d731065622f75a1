import type { LogRecord } from './event-log.port.js';

/**
 * The newest records of one partition, so that a consumer that follows closely is answered from memory.
 * One unbroken run, at most `limit` characters of keys and values; of what was appended at once, all or nothing is kept.
 */
export class RecentRecords {
  readonly #limit: number;
  readonly #runs: (readonly LogRecord[])[] = [];
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes records that have just become durable. A gap before them forgets what was there. */
  add(run: readonly LogRecord[]): void {
    if (run[0]?.offset !== this.#end()) this.#forget(this.#runs.length);
    this.#runs.push(run);
    this.#size += sizeOf(run);
    let surplus = 0;
    while (this.#size > this.#limit) this.#size -= sizeOf(this.#runs[surplus++] ?? []);
    this.#forget(surplus);
  }
}
