import type { EventLog, LogRecord, NewRecord } from '../../../libs/log/event-log.port.js';
import { endsOf } from '../counted-wait.service.js';
import { withRecordTime } from '../../../libs/events/record-time.codec.js';
import { erasedCaseOf } from './erased-record.rule.js';

const BATCH_SIZE = 5_000;

/** Events came in while the log was being copied: what was copied is not all of it. */
export class LogMoved extends Error {
  readonly code = 'log-moved';
  readonly retriable = true;
  constructor() {
    super('Events came in meanwhile: stop everything that takes events in, and begin again with another name.');
  }
}

/** What there is to erase. */
export interface FoundCases {
  /** How many of the cases are on the log. */
  readonly cases: number;
  /** Their records. */
  readonly records: number;
}

/** What the log has of cases, by their references. */
export async function findCases(log: EventLog, references: ReadonlySet<string>): Promise<FoundCases> {
  const found = new Set<string>();
  let records = 0;
  for await (const batch of batchesOf(log, await endsOf(log))) {
    for (const record of batch) {
      const reference = erasedCaseOf(record, references);
      if (reference === null) continue;
      found.add(reference);
      records += 1;
    }
  }
  return { cases: found.size, records };
}

/**
 * Copies a log to an empty one, partition by partition in the order of the log, without the cases of these references and
 * without tombstones. Every event states its record time from then on, so that it is known from the same day as before.
 *
 * @throws LogMoved where the log grew meanwhile
 */
export async function copyWithout(
  log: EventLog,
  references: ReadonlySet<string>,
  target: EventLog,
  copied: (records: number) => void,
): Promise<void> {
  const ends = await endsOf(log);
  for await (const batch of batchesOf(log, ends)) {
    const kept = batch.filter((record) => erasedCaseOf(record, references) === null).flatMap(carried);
    if (kept.length > 0) await target.append(kept);
    copied(batch.length);
  }
  if ((await endsOf(log)).some((end, partition) => end !== ends[partition])) throw new LogMoved();
}

function carried({ partition, key, value, appendedAt, headers }: LogRecord): readonly NewRecord[] {
  if (value === null) return [];
  return [{ partition, key: key ?? '', value: withRecordTime(value, appendedAt), headers }];
}

async function* batchesOf(log: EventLog, ends: readonly number[]): AsyncGenerator<readonly LogRecord[]> {
  for (const [partition, end] of ends.entries()) {
    let { start: position } = await log.bounds(partition);
    while (position < end) {
      const records = await log.read(partition, position, Math.min(BATCH_SIZE, end - position));
      const last = records.at(-1);
      if (last === undefined) break;
      yield records;
      position = last.offset + 1;
    }
  }
}
