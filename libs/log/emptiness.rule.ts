import type { EventLog } from './event-log.port.js';

/** Whether nothing was ever put on a log. */
export async function isEmpty(log: EventLog): Promise<boolean> {
  const partitions = Array.from({ length: await log.partitionCount() }, (_, partition) => partition);
  const bounds = await Promise.all(partitions.map((partition) => log.bounds(partition)));
  return bounds.every(({ end }) => end === 0);
}
