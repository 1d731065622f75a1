import type { EventLog, PartitionHandler } from '../../libs/log/event-log.port.js';

const batchSize = 5_000;

/**
 * Counts everything that is on the log now, partition after partition, and saves it.
 *
 * @param counted told how many more records have been read
 */
export async function countToTheEnd(
  log: EventLog,
  handler: PartitionHandler,
  counted: (records: number) => void,
): Promise<void> {
  const partitionCount = await log.partitionCount();
  for (let partition = 0; partition < partitionCount; partition += 1) {
    let position = await handler.assigned(partition);
    const { end } = await log.bounds(partition);
    while (position < end) {
      const records = await log.read(partition, position, batchSize);
      await handler.records(partition, records);
      position += records.length;
      counted(records.length);
    }
    await handler.caughtUp(partition);
    await handler.revoked(partition);
  }
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
