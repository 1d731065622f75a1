import type { Clock } from '../../libs/calendars/clock.port.js';
import type { EventLog, LogRecord, PartitionHandler } from '../../libs/log/event-log.port.js';
import { withinTime } from '../../libs/log/time-limit.rule.js';
import type { Readiness } from '../../libs/serving/readiness.port.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';

/** Milliseconds without progress, while there is something to count, after which a process is not ready. */
const LONGEST_STANDSTILL = 60_000;
/** Milliseconds that log and store may take to answer. */
const ANSWER_MS = 5_000;

/**
 * Watches an engine at work, for readiness that tells the truth: a process that counts nothing though there is something to
 * count is not ready, whatever its loops do, nor is one whose log or store does not answer. One without partitions stands
 * by, which is what it is there for.
 */
export class CountingProgress implements PartitionHandler, Readiness {
  /** How far each assigned partition has been taken. */
  readonly #next = new Map<number, number>();
  #lastMoved: number;

  constructor(
    private readonly engine: PartitionHandler,
    private readonly log: Pick<EventLog, 'bounds'>,
    private readonly store: Pick<EngineStore, 'currentGeneration'>,
    private readonly clock: Clock,
  ) {
    this.#lastMoved = clock();
  }

  async assigned(partition: number): Promise<number> {
    const from = await this.engine.assigned(partition);
    this.#moved(partition, from);
    return from;
  }

  async records(partition: number, records: readonly LogRecord[]): Promise<void> {
    await this.engine.records(partition, records);
    const last = records.at(-1);
    if (last !== undefined) this.#moved(partition, last.offset + 1);
  }

  async caughtUp(partition: number): Promise<void> {
    await this.engine.caughtUp(partition);
    this.#lastMoved = this.clock();
  }

  async revoked(partition: number): Promise<void> {
    this.#next.delete(partition);
    await this.engine.revoked(partition);
  }

  missing = async (): Promise<string | null> => {
    const [logAnswers, storeAnswers] = await Promise.all([
      answers(this.log.bounds(0)),
      answers(this.store.currentGeneration()),
    ]);
    if (!logAnswers) return 'The event log does not answer.';
    if (!storeAnswers) return 'The store does not answer.';
    if (this.clock() - this.#lastMoved < LONGEST_STANDSTILL) return null;
    const ends = await Promise.all([...this.#next.keys()].map((partition) => this.log.bounds(partition)));
    const isBehind = [...this.#next.values()].some((next, index) => next < (ends[index]?.end ?? 0));
    return isBehind ? 'Nothing has been counted for a minute, though there is something to count.' : null;
  };

  #moved(partition: number, next: number): void {
    this.#next.set(partition, next);
    this.#lastMoved = this.clock();
  }
}

/** Whether it answers in time, and no error. */
function answers(asked: Promise<unknown>): Promise<boolean> {
  return withinTime(ANSWER_MS, asked, () => new Error('no answer in time')).then(
    () => true,
    () => false,
  );
}
