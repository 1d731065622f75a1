import type { KafkaMessage } from 'kafkajs';
import type { LogRecord } from './event-log.port.js';
import { KafkaRefused } from './kafka-refusal.fact.js';

/** Would set the prototype instead of a member; nothing here asks for a header of that name. */
const FORBIDDEN = '__proto__';

/** What kafkajs says of a message beyond its types. */
export type FetchedMessage = KafkaMessage & { readonly isControlRecord?: boolean };

/**
 * The record as the port has it: bytes as UTF-8, of a header given several times the last. The mark that ends a
 * transaction stands as a record without key and value: it holds an offset, so it has to be accounted for.
 */
export function logRecordOf(message: FetchedMessage, partition: number): LogRecord {
  const isMark = message.isControlRecord === true;
  return {
    partition,
    offset: Number(message.offset),
    appendedAt: Number(message.timestamp),
    key: isMark ? null : textOf(message.key),
    value: isMark ? null : textOf(message.value),
    headers: headersOf(message),
  };
}

/**
 * The records from offset `from` on of what was fetched: a batch comes whole, also where its first records were not asked for.
 *
 * @throws KafkaRefused (`offset-gap`) where an offset is left out
 */
export function recordsFrom(messages: readonly FetchedMessage[], partition: number, from: number): LogRecord[] {
  const records: LogRecord[] = [];
  for (const message of messages) {
    const offset = Number(message.offset);
    if (offset < from) continue;
    if (offset !== from + records.length) {
      const expected = String(from + records.length);
      throw new KafkaRefused(
        'offset-gap',
        `partition ${partition} goes on at offset ${offset} where ${expected} was expected: has the topic been compacted?`,
      );
    }
    records.push(logRecordOf(message, partition));
  }
  return records;
}

function textOf(bytes: Buffer | null): string | null {
  return bytes === null ? null : bytes.toString('utf8');
}

function headersOf({ headers = {} }: FetchedMessage): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const given = headers[name];
    const last = Array.isArray(given) ? given.at(-1) : given;
    if (name === FORBIDDEN) continue;
    texts[name] = last?.toString() ?? '';
  }
  return texts;
}
