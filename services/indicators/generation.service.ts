import type { EventLog } from '../../libs/log/event-log.port.js';
import type { EngineStore, Generation } from '../../libs/store/engine-store.port.js';

/** Another number of partitions than the figures were counted from: keys lie elsewhere, so nothing can go on. */
export class PartitionCountMismatch extends Error {
  readonly code = 'partition-count-mismatch';
  readonly retriable = false;
  constructor(expected: number, found: number) {
    super(
      `The log has ${String(found)} partitions, the figures were counted from ${String(expected)}. ` +
        'Bring back the log that belongs to this store, or start with an empty store.',
    );
  }
}

/**
 * The generation that this process writes to: the one with its own fingerprint, begun now if there is none. The first
 * generation of a store is in use at once; a later one when it has caught up.
 */
export async function openGeneration(
  store: EngineStore,
  log: EventLog,
  wanted: { readonly fingerprint: string; readonly layout: string },
): Promise<Generation> {
  const partitionCount = await log.partitionCount();
  const found = (await store.generations()).find(({ fingerprint }) => fingerprint === wanted.fingerprint);
  if (found !== undefined && found.partitionCount !== partitionCount) {
    throw new PartitionCountMismatch(found.partitionCount, partitionCount);
  }
  const generation = found ?? { id: wanted.fingerprint.slice(0, 12), partitionCount, ...wanted };
  if (found === undefined) await store.createGeneration(generation);
  if ((await store.currentGeneration()) === null) await store.pointTo(generation.id, null);
  return generation;
}

/** Moves readers to this process's generation once every partition of it has been counted to the end of the log. */
export async function moveOnWhenCaughtUp({
  store,
  log,
  generation,
  partitionCount,
}: {
  readonly store: EngineStore;
  readonly log: EventLog;
  readonly generation: string;
  readonly partitionCount: number;
}): Promise<void> {
  const current = await store.currentGeneration();
  if (current === generation) return;
  for (let partition = 0; partition < partitionCount; partition += 1) {
    const { end } = await log.bounds(partition);
    const last = await store.lastSegment(generation, partition);
    if ((last?.through ?? -1) + 1 < end) return;
  }
  await store.pointTo(generation, current);
}
