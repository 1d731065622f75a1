import { localDay } from '../../libs/calendars/local-date.calendar.js';
import type { RecordedFact } from '../../libs/events/case.codec.js';
import { parseEvent } from '../../libs/events/envelope.parser.js';
import { recordedFactOf } from '../../libs/events/recorded.fact.js';
import type { Refusal } from '../../libs/events/refusal.fact.js';
import type { LogRecord } from '../../libs/log/event-log.port.js';
import { partitionOf } from '../../libs/log/partitioner.rule.js';

export type ReadRecord =
  /** `recordedAt`: the record time, in milliseconds. */
  | { readonly ok: true; readonly subject: string; readonly fact: RecordedFact; readonly recordedAt: number }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The fact on a log record, judged by the record's own append time, never the clock, so that a replay judges the same.
 * Whoever may write to the log counts as importer. Source: contract, events, "Envelope".
 */
export function readLogRecord(record: LogRecord, partitionCount: number): ReadRecord {
  if (record.value === null) return refused('not-json', '', 'The record has no value.');
  const checked = parseEvent(record.value, { now: record.appendedAt, mayRecord: true });
  if (!checked.ok) return checked;
  const { event } = checked;
  if (record.key !== event.subject) return refused('wrong-key', '/subject', 'The key of a record must be its subject.');
  if (partitionOf(event.subject, partitionCount) !== record.partition) {
    return refused('wrong-partition', '/subject', 'The record lies in another partition than its key belongs to.');
  }
  const recordedAt = event.recorded?.at ?? record.appendedAt;
  const fact = recordedFactOf(event, localDay(recordedAt), record.offset);
  return { ok: true, subject: event.subject, fact, recordedAt };
}

function refused(code: Refusal['code'], path: string, detail: string): ReadRecord {
  return { ok: false, refusal: { code, path, detail } };
}
