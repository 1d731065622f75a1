import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { LogRecord, NewRecord } from './event-log.port.js';

/** Where on the log a record lies. */
export interface RecordPlace {
  readonly partition: number;
  readonly offset: number;
  /** Milliseconds. */
  readonly appendedAt: number;
}

/** Records of one partition, in order without a gap and at least one, that were appended together. */
export interface RecordBlock {
  readonly records: readonly LogRecord[];
  /** Their size before compression. */
  readonly bytes: number;
}

export interface EncodedRecords {
  /** To be stored. */
  readonly compressed: Uint8Array;
  /** Size before compression. */
  readonly bytes: number;
}

const FORMAT = 1;
/** Format, number of records, length of the header table. */
const PREFIX_BYTES = 12;
/** Key length, value length, index into the header table. */
const ENTRY_BYTES = 12;

/** The record as the log keeps it: text as UTF-8 can hold it (a lone surrogate becomes U+FFFD), headers copied. */
export function recordAt(record: NewRecord, place: RecordPlace): LogRecord {
  return {
    partition: place.partition,
    offset: place.offset,
    appendedAt: place.appendedAt,
    key: record.key.toWellFormed(),
    value: record.value.toWellFormed(),
    headers: { ...record.headers },
  };
}

/**
 * Records in order, cut so that no block can be larger than `mostBytes` before compression unless it holds a single record.
 */
export function splitIntoBlocks(records: readonly NewRecord[], mostBytes: number): readonly (readonly NewRecord[])[] {
  const blocks: NewRecord[][] = [];
  let room = 0;
  for (const record of records) {
    const bytes = mostRecordBytes(record);
    if (bytes > room) {
      blocks.push([]);
      room = mostBytes;
    }
    room -= bytes;
    blocks.at(-1)?.push(record);
  }
  return blocks;
}

/**
 * Keys, values and headers of a block, compressed with zstd. Before that, all numbers as unsigned 32-bit little-endian:
 * format, count, length of the header table; the table (JSON, distinct headers once); for each record the byte lengths
 * of key and value and the index of its headers; then keys and values, one after the other, in UTF-8.
 */
export function encodeRecords(records: readonly NewRecord[]): EncodedRecords {
  const headers = new HeaderTable();
  const indexes = records.map((record) => headers.indexOf(record.headers ?? {}));
  const table = Buffer.from(headers.json());
  const longest = records.reduce((sum, record) => sum + mostRecordBytes(record), PREFIX_BYTES + table.length);
  const bytes = Buffer.allocUnsafe(longest);
  bytes.writeUInt32LE(FORMAT, 0);
  bytes.writeUInt32LE(records.length, 4);
  bytes.writeUInt32LE(table.length, 8);
  let entry = PREFIX_BYTES + table.copy(bytes, PREFIX_BYTES);
  let text = entry + records.length * ENTRY_BYTES;
  records.forEach((record, index) => {
    const keyBytes = bytes.write(record.key, text);
    const valueBytes = bytes.write(record.value, text + keyBytes);
    bytes.writeUInt32LE(keyBytes, entry);
    bytes.writeUInt32LE(valueBytes, entry + 4);
    bytes.writeUInt32LE(indexes[index] ?? 0, entry + 8);
    entry += ENTRY_BYTES;
    text += keyBytes + valueBytes;
  });
  return { compressed: zstdCompressSync(bytes.subarray(0, text)), bytes: text };
}

/** The records of a block of which the first lies at `place`. Throws if the bytes are of another format. */
export function decodeRecords(compressed: Uint8Array, place: RecordPlace): RecordBlock {
  const bytes = zstdDecompressSync(compressed);
  const format = bytes.readUInt32LE(0);
  if (format !== FORMAT) throw new Error(`log block of unknown format ${format} in partition ${place.partition}`);
  const count = bytes.readUInt32LE(4);
  const firstEntry = PREFIX_BYTES + bytes.readUInt32LE(8);
  const headers = JSON.parse(bytes.toString('utf8', PREFIX_BYTES, firstEntry)) as Readonly<Record<string, string>>[];
  const records: LogRecord[] = [];
  let text = firstEntry + count * ENTRY_BYTES;
  for (let index = 0; index < count; index += 1) {
    const entry = firstEntry + index * ENTRY_BYTES;
    const value = text + bytes.readUInt32LE(entry);
    const end = value + bytes.readUInt32LE(entry + 4);
    records.push({
      partition: place.partition,
      offset: place.offset + index,
      appendedAt: place.appendedAt,
      key: bytes.toString('utf8', text, value),
      value: bytes.toString('utf8', value, end),
      headers: headers[bytes.readUInt32LE(entry + 8)] ?? {},
    });
    text = end;
  }
  return { records, bytes: bytes.length };
}

/** Bytes that a record takes at most in a block before compression, headers apart: three to each UTF-16 unit. */
function mostRecordBytes({ key, value }: NewRecord): number {
  return ENTRY_BYTES + 3 * (key.length + value.length);
}

/** Numbers distinct headers in the order met. Most records of a block carry the same ones, often the same object. */
class HeaderTable {
  readonly #indexes = new Map<string, number>();
  #last: { readonly headers: object; readonly index: number } | null = null;

  indexOf(headers: Readonly<Record<string, string>>): number {
    if (this.#last?.headers === headers) return this.#last.index;
    const json = JSON.stringify(headers);
    const index = this.#indexes.get(json) ?? this.#indexes.size;
    this.#indexes.set(json, index);
    this.#last = { headers, index };
    return index;
  }

  json(): string {
    return `[${[...this.#indexes.keys()].join(',')}]`;
  }
}
