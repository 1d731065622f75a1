import { hash } from 'node:crypto';
import type { LogRecord } from './event-log.port.js';

/**
 * SHA-256, hex, of a record's offset, key and value: whether the log still holds the record that a segment ended with.
 * JSON keeps the three apart and `null` apart from text.
 */
export function recordDigest(record: Pick<LogRecord, 'offset' | 'key' | 'value'>): string {
  return hash('sha256', JSON.stringify([record.offset, record.key, record.value]));
}
