import { recordDigest } from '../../libs/log/record-digest.rule.js';
import type { EventLog } from '../../libs/log/event-log.port.js';
import type { SegmentHeader } from '../../libs/store/engine-store.port.js';

/** The log is not the one that the figures were counted from. Nothing is read or written until somebody has decided. */
export class LogMismatch extends Error {
  readonly code = 'log-mismatch';
  readonly retriable = false;
  constructor(partition: number, what: string) {
    super(
      `Partition ${String(partition)} of the log ${what}. The figures were not counted from this log. ` +
        'Bring back the log that belongs to this store, or start with an empty store to count this log from its beginning.',
    );
  }
}

/** Made on every assignment of a partition, before its first record is read. Rejects with LogMismatch. */
export async function checkLog(
  log: EventLog,
  partition: number,
  position: number,
  last: SegmentHeader | null,
): Promise<void> {
  const { start, end } = await log.bounds(partition);
  if (start > 0) throw new LogMismatch(partition, `begins at offset ${String(start)}, so its first events are gone`);
  if (last === null) return;
  if (end < position || end <= last.through) {
    throw new LogMismatch(partition, `ends at offset ${String(end)}, before what has been counted`);
  }
  const [record] = await log.read(partition, last.through, 1);
  if (record === undefined || recordDigest(record) !== last.digest) {
    throw new LogMismatch(partition, `holds another record at offset ${String(last.through)} than the one counted`);
  }
}
