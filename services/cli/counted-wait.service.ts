import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '../../libs/log/event-log.port.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';

/** What was taken in is on the log, and no indicators count it. */
export class NobodyCounts extends Error {
  readonly code = 'nobody-counts';
  readonly retriable = true;
  constructor(left: number, seconds: number) {
    super(
      `The events are on the log. ${String(left)} of them are not in the figures, and nothing has been counted for ` +
        `${String(seconds)} seconds: start indicators (npm run start:indicators), or see what is wrong with them.`,
    );
  }
}

const LOOK_MS = 200;

/** How many records up to these ends the generation in use has not counted. */
export async function recordsUncounted(store: EngineStore, ends: readonly number[]): Promise<number> {
  const generation = await store.currentGeneration();
  let left = 0;
  for (const [partition, end] of ends.entries()) {
    const last = generation === null ? null : await store.lastSegment(generation, partition);
    left += Math.max(0, end - ((last?.through ?? -1) + 1));
  }
  return left;
}

/** Where each partition of the log ends now. */
export async function endsOf(log: EventLog): Promise<readonly number[]> {
  const ends: number[] = [];
  for (let partition = 0; partition < (await log.partitionCount()); partition += 1) {
    ends.push((await log.bounds(partition)).end);
  }
  return ends;
}

/**
 * Waits until others have counted the log up to these ends.
 *
 * @param counted told how many more records have been counted
 * @param patienceMs how long it is waited without anything being counted, in milliseconds
 * @throws NobodyCounts after that
 */
export async function waitUntilCounted(
  store: EngineStore,
  ends: readonly number[],
  counted: (records: number) => void,
  patienceMs: number,
): Promise<void> {
  let left = await recordsUncounted(store, ends);
  let lastMoved = performance.now();
  while (left > 0) {
    await pause(LOOK_MS);
    const now = await recordsUncounted(store, ends);
    if (now < left) {
      counted(left - now);
      lastMoved = performance.now();
    } else if (performance.now() - lastMoved > patienceMs) throw new NobodyCounts(now, Math.round(patienceMs / 1_000));
    left = now;
  }
}
