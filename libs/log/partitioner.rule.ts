import type { NewRecord } from './event-log.port.js';

const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const R = 24;

/** Where short ASCII keys are laid out for hashing; a case reference has at most 64 characters. */
const scratch = new Uint8Array(256);

/** Kafka's 32-bit murmur2 of the first `length` bytes, as a signed integer. Source: org.apache.kafka.common.utils.Utils. */
export function murmur2(bytes: Uint8Array, length: number = bytes.length): number {
  const byteAt = (index: number): number => bytes[index] ?? 0;
  const tail = length & ~3;
  let h = SEED ^ length;
  for (let i = 0; i < tail; i += 4) {
    let k = byteAt(i) | (byteAt(i + 1) << 8) | (byteAt(i + 2) << 16) | (byteAt(i + 3) << 24);
    k = Math.imul(k, M);
    k = Math.imul(k ^ (k >>> R), M);
    h = Math.imul(h, M) ^ k;
  }
  if (tail < length) {
    for (let i = length - 1; i >= tail; i -= 1) h ^= byteAt(i) << (8 * (i - tail));
    h = Math.imul(h, M);
  }
  h = Math.imul(h ^ (h >>> 13), M);
  return h ^ (h >>> 15);
}

/**
 * The partition of a key: murmur2 of its UTF-8 bytes, sign bit masked, modulo the number of partitions.
 * What Java's Kafka client and kafkajs do by default (contract: events).
 */
export function partitionOf(key: string, partitions: number): number {
  const hash = writeAscii(key, scratch) ? murmur2(scratch, key.length) : murmur2(Buffer.from(key, 'utf8'));
  return (hash & 0x7fffffff) % partitions;
}

/** Where a new record goes: the partition that it names, else its key's. Throws RangeError if there is no such partition. */
export function placeOf(record: NewRecord, partitions: number): number {
  const place = record.partition ?? partitionOf(record.key, partitions);
  refuseUnknownPartition(place, partitions);
  return place;
}

/** Throws RangeError unless `partition` is one of 0 … `partitions` − 1. */
export function refuseUnknownPartition(partition: number, partitions: number): void {
  if (Number.isInteger(partition) && partition >= 0 && partition < partitions) return;
  throw new RangeError(`the log has no partition ${partition}: it has ${partitions}`);
}

/** Writes the key's bytes if it fits and is ASCII; otherwise answers false. */
function writeAscii(key: string, into: Uint8Array): boolean {
  if (key.length > into.length) return false;
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i);
    if (code > 0x7f) return false;
    into[i] = code;
  }
  return true;
}
