import type { EventLog } from '../../libs/log/event-log.port.js';
import type { EngineStore, Generation } from '../../libs/store/engine-store.port.js';
import { generationToWrite, newGenerationId, type Fingerprinted } from './generation-choice.rule.js';

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
 * The generation that a process of this fingerprint writes to, begun now if there is none. The first generation of a store
 * is in use at once; a later one when it has caught up.
 */
export async function openGeneration(store: EngineStore, log: EventLog, wanted: Fingerprinted): Promise<Generation> {
  const generations = await store.generations();
  const found = generationToWrite(generations, await store.currentGeneration(), wanted.fingerprint);
  const generation = found ?? (await newGeneration(generations, log, wanted));
  await refuseOtherPartitions(log, generation);
  if (found === null) await store.createGeneration(generation);
  if ((await store.currentGeneration()) === null) await store.pointTo(generation.id, null);
  return generation;
}

/** A generation beside those that there are; the store does not know it yet. */
export async function newGeneration(
  generations: readonly Generation[],
  log: EventLog,
  wanted: Fingerprinted,
): Promise<Generation> {
  const { fingerprint, layout } = wanted;
  return {
    id: newGenerationId(generations, fingerprint),
    fingerprint,
    layout,
    partitionCount: await log.partitionCount(),
  };
}

/** Rejects with PartitionCountMismatch where the generation was counted from another number of partitions. */
export async function refuseOtherPartitions(log: EventLog, { partitionCount }: Generation): Promise<void> {
  const found = await log.partitionCount();
  if (found !== partitionCount) throw new PartitionCountMismatch(partitionCount, found);
}
