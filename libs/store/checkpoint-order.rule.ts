import type { Checkpoint, CheckpointSteps } from './engine-store.port.js';

/**
 * Saves a checkpoint where the engine has no transactions: each step is acknowledged before the next begins, so that
 * wherever it is cut short the store can be resumed from. The segment is the commit of the figures; cases without the
 * segment would lose their difference, a position without the cases would lose the cases (contract: design).
 */
export async function saveInOrder(steps: CheckpointSteps, checkpoint: Checkpoint): Promise<void> {
  const { generation, partition, quarantine, segment, cases, position } = checkpoint;
  await steps.insertQuarantine(quarantine);
  if (segment !== null) await steps.insertSegment(segment);
  await steps.replaceCases(generation, partition, cases);
  await steps.advancePosition(generation, partition, position);
}
