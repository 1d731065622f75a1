import type { EventLog } from '../../libs/log/event-log.port.js';
import type { Layout } from '../../libs/measures/layout.measure.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';
import type { Counted } from './counting.service.js';
import { recountedSum, storedSum } from './figures-sum.service.js';
import { generationInUse } from './generation-in-use.service.js';
import { checkLog } from './log-check.rule.js';
import type { Computation } from './open-engine.service.js';
import { differencesBetween } from './sum-difference.rule.js';

/** The figures in use were counted by another version of definitions, register or fold: they cannot be recounted here. */
export class OtherFingerprint extends Error {
  readonly code = 'other-fingerprint';
  readonly retriable = false;
  constructor() {
    super(
      'The figures in use were counted with other definitions, register or fold than this program has. ' +
        'Verify them with the version that counted them, or see what differs with: charter rebuild',
    );
  }
}

export interface VerifyParts {
  readonly log: EventLog;
  readonly store: EngineStore;
  readonly computation: Computation;
  readonly alarm: (message: string, error: unknown) => void;
}

/** What became of one partition; no differences: the figures stored are those that the log gives. */
export interface VerifiedPartition {
  readonly partition: number;
  /** How far the stored figures go, inclusive; -1: there are none, or they cannot be read. */
  readonly through: number;
  readonly differences: readonly string[];
}

/**
 * Counts the log once more in memory, as far as the figures in use go, and compares, a partition at a time. Nothing is
 * written, and what is counted meanwhile is left out.
 *
 * @throws NoFigures where nothing has been counted yet
 * @throws OtherFingerprint
 */
export async function* verifyFigures(
  { log, store, computation, alarm }: VerifyParts,
  counted: Counted,
): AsyncGenerator<VerifiedPartition> {
  const generation = await generationInUse(store);
  if (generation.fingerprint !== computation.fingerprint) throw new OtherFingerprint();
  const layout = JSON.parse(generation.layout) as Layout;
  for (let partition = 0; partition < generation.partitionCount; partition += 1) {
    let through = -1;
    try {
      const found = await storedSum(store, generation.id, partition);
      through = found.through;
      const last = await store.lastSegment(generation.id, partition);
      await checkLog(log, partition, await store.position(generation.id, partition), last);
      const { program } = computation;
      const expected = await recountedSum({ log, program, generation, partition, through, alarm }, counted);
      yield { partition, through, differences: differencesBetween(found, expected, layout) };
    } catch (error) {
      if (isPassing(error)) throw error;
      yield { partition, through, differences: [error instanceof Error ? error.message : String(error)] };
    }
  }
}

/** What says nothing of the figures: log or store could not be reached. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && 'retriable' in error && error.retriable === true;
}
