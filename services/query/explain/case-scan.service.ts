import { setImmediate as otherWork } from 'node:timers/promises';
import { decodeFacts, type RecordedFact } from '../../../libs/events/case.codec.js';
import type { EngineStore } from '../../../libs/store/engine-store.port.js';

/** Milliseconds after which other work is let in. */
const SLICE_MS = 10;
/** Cases read at once: few enough that the store answers within a slice. */
const CASES_AT_ONCE = 100;

/** A part of the log: of each partition the records before a position. */
export interface LogPart {
  readonly generation: string;
  /** By partition. */
  readonly positions: readonly number[];
}

/**
 * Goes through every stored case of a generation, by partition, with the facts that came from the given part of the log.
 * It takes as long as it takes, in slices between which everything else goes on. Rejects when `stopped` is aborted.
 */
export async function scanCases(
  store: EngineStore,
  { generation, positions }: LogPart,
  take: (subject: string, facts: readonly RecordedFact[]) => void,
  stopped: AbortSignal,
): Promise<void> {
  let sliceEnd = performance.now() + SLICE_MS;
  for (const [partition, position] of positions.entries()) {
    let after: string | undefined;
    for (;;) {
      const page = await store.casesAfter(generation, partition, CASES_AT_ONCE, after);
      for (const { subject, facts } of page) {
        take(subject, before(position, decodeFacts(facts)));
        if (performance.now() < sliceEnd) continue;
        await otherWork();
        stopped.throwIfAborted();
        sliceEnd = performance.now() + SLICE_MS;
      }
      if (page.length < CASES_AT_ONCE) break;
      after = page.at(-1)?.subject;
    }
  }
}

/** The case may have been stored again since the figures were taken in. */
function before(position: number, facts: readonly RecordedFact[]): readonly RecordedFact[] {
  return facts.every(({ offset }) => offset < position) ? facts : facts.filter(({ offset }) => offset < position);
}
