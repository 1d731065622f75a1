import type { EventLog, PartitionHandler } from '../../libs/log/event-log.port.js';
import { LogMismatch } from './log-check.rule.js';

const batchSize = 5_000;

/** Told how many more records have been read. */
export type Counted = (records: number) => void;

/** A part of a partition of the log: the records from an offset through another, inclusive. */
export interface Stretch {
  readonly partition: number;
  readonly from: number;
  readonly through: number;
}

/** Counts everything that is on the log now, partition after partition, and saves it. */
export async function countToTheEnd(log: EventLog, handler: PartitionHandler, counted: Counted): Promise<void> {
  const partitionCount = await log.partitionCount();
  for (let partition = 0; partition < partitionCount; partition += 1) {
    const from = await handler.assigned(partition);
    const { end } = await log.bounds(partition);
    await countStretch(log, handler, { partition, from, through: end - 1 }, counted);
    await handler.revoked(partition);
  }
}

/** Counts records of a partition that the handler has been assigned, from where it stands, and saves them. */
export async function countStretch(
  log: EventLog,
  handler: PartitionHandler,
  { partition, from, through }: Stretch,
  counted: Counted,
): Promise<void> {
  for (let position = from; position <= through;) {
    const records = await log.read(partition, position, Math.min(batchSize, through - position + 1));
    if (records.length === 0) throw new LogMismatch(partition, `ends at offset ${String(position)}, too soon`);
    await handler.records(partition, records);
    position += records.length;
    counted(records.length);
  }
  await handler.caughtUp(partition);
}

/** How many records a handler that begins now would have to read; what has been counted is found in the store. */
export async function recordsToCount(
  log: EventLog,
  positionOf: (partition: number) => Promise<number>,
): Promise<number> {
  let records = 0;
  for (let partition = 0; partition < (await log.partitionCount()); partition += 1) {
    const { end } = await log.bounds(partition);
    records += end - (await positionOf(partition));
  }
  return records;
}
