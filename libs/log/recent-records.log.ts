import type { LogRecord } from './event-log.port.js';
import type { RecordBlock } from './record-block.codec.js';

/** The newest records of one partition, without a gap, so that a reader that follows closely is answered from memory. */
export class RecentRecords {
  readonly #mostBytes: number;
  #blocks: RecordBlock[] = [];
  #bytes = 0;

  /** Beyond `mostBytes` whole blocks are forgotten, oldest first. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Takes a block that has just become durable. If it does not follow what is here, that is forgotten. */
  add(block: RecordBlock): void {
    if (startOf(block) !== this.#end()) {
      this.#blocks = [];
      this.#bytes = 0;
    }
    this.#blocks.push(block);
    this.#bytes += block.bytes;
    for (
      let oldest = this.#blocks[0];
      oldest !== undefined && this.#bytes > this.#mostBytes;
      oldest = this.#blocks[0]
    ) {
      this.#blocks.shift();
      this.#bytes -= oldest.bytes;
    }
  }

  /** At most `limit` records from offset `from` on, in order; `null` if the one at `from` is not here. */
  read(from: number, limit: number): readonly LogRecord[] | null {
    if (from >= this.#end()) return null;
    const first = this.#blocks.findLastIndex((block) => startOf(block) <= from);
    if (first === -1) return null;
    const found: LogRecord[] = [];
    for (let index = first; index < this.#blocks.length && found.length < limit; index += 1) {
      takeFrom(this.#blocks[index], from, limit, found);
    }
    return found;
  }

  #end(): number {
    return (this.#blocks.at(-1)?.records.at(-1)?.offset ?? -1) + 1;
  }
}

/** Adds the block's records from offset `from` on to `found`, until that holds `limit`. */
export function takeFrom(block: RecordBlock | undefined, from: number, limit: number, found: LogRecord[]): void {
  if (block === undefined) return;
  const first = Math.max(0, from - startOf(block));
  for (const record of block.records.slice(first, first + limit - found.length)) found.push(record);
}

function startOf(block: RecordBlock): number {
  return block.records[0]?.offset ?? 0;
}
