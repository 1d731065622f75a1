import { setTimeout as pause } from 'node:timers/promises';
import { LogUnavailable } from './event-log.port.js';
import { isPassing } from './kafka-failure.rule.js';
import { withinTime } from './time-limit.rule.js';

const ATTEMPT_PAUSE_MS = 100;

/**
 * Asks a broker again and again while what it fails with may pass; `between` hears of each failure before the next attempt.
 * Rejects with LogUnavailable where nothing has been answered within `milliseconds`.
 */
export function insist<T>(
  milliseconds: number,
  ask: () => Promise<T>,
  between: (error: unknown) => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  const asking = askUntil(performance.now() + milliseconds, ask, between);
  return withinTime(milliseconds, asking, () => new LogUnavailable('Kafka does not answer'));
}

async function askUntil<T>(end: number, ask: () => Promise<T>, between: (error: unknown) => Promise<void>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (performance.now() > end) throw new LogUnavailable('Kafka cannot be reached', { cause: error });
      await pause(ATTEMPT_PAUSE_MS);
      await between(error);
    }
  }
}
