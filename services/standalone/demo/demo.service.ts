import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay, parseDay } from '../../../libs/calendars/local-date.calendar.js';
import type { EventLog } from '../../../libs/log/event-log.port.js';
import { isEmpty } from '../../../libs/log/emptiness.rule.js';
import type { SyntheticEvent } from '../../../libs/synthetic/synthetic-event.fact.js';
import type { Filling, FillingProgress } from '../../query/following/filling.port.js';
import { demoEvents, type DemoPlans } from './demo-events.rule.js';
import { holdsDemo, readDemo, writeDemo, type DemoRecord } from './demo-record.store.js';

const DAYS_OF_HISTORY = 731;
const SEED = 2018;
/** Events put on the log at once. */
const BATCH = 1_000;
/** Events passed over between two looks at what else the process has to do. */
const PASSED_AT_ONCE = 2_000;
/** Milliseconds from one look for events that have come due to the next. */
const BETWEEN_LOOKS = 500;
/** The end of a session that has not ended. */
const OPEN_END = Number.MAX_SAFE_INTEGER;

export interface DemoOptions {
  readonly log: EventLog;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly plansOf: (seed: number) => DemoPlans;
}

/**
 * Synthetic history and arrivals on a new data folder. Every event is put on the log when its record time has come: of a
 * new demo two years of them at once, afterwards one by one. A demo that was stopped goes on where it was.
 */
export class Demo implements Filling {
  readonly #stopping = new AbortController();
  /** Events passed over or put on the log since it was started. */
  #sent = 0;
  #progress: FillingProgress | null = null;
  #running: Promise<void> = Promise.resolve();
  readonly #history = Promise.withResolvers<undefined>();

  private constructor(
    private readonly options: DemoOptions,
    private record: DemoRecord,
  ) {}

  /**
   * The demo of a data folder, or a new one if the log is empty; `null` for a log that holds something else, and for a
   * demo of another version of this program, which is left as it is.
   */
  static async of(options: DemoOptions): Promise<Demo | null> {
    const { dataFolder, clock, log } = options;
    const kept = readDemo(dataFolder);
    if (kept !== null) return new Demo(options, kept);
    if (holdsDemo(dataFolder) || !(await isEmpty(log))) return null;
    const from = formatDay(localDay(clock()) - DAYS_OF_HISTORY);
    const record: DemoRecord = { version: 1, seed: SEED, from, sentThrough: 0, sessions: [] };
    writeDemo(dataFolder, record);
    return new Demo(options, record);
  }

  progress = (): FillingProgress | null => this.#progress;

  /** Settles once everything that has come due by then is on the log; never where the demo is stopped before. */
  get historySent(): Promise<undefined> {
    return this.#history.promise;
  }

  /** Begins to put events on the log; `failed` is told of an error that ended it. */
  start(failed: (error: unknown) => void): void {
    this.#running = this.#run().catch(failed);
  }

  /** Ends after the events in hand. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { clock, plansOf } = this.options;
    const began = clock();
    const { seed, from, sessions } = this.record;
    const firstDayLive = localDay(sessions[0]?.from ?? began);
    const first = parseDay(from);
    if (first === null) throw new Error(`demo.json: ${from} is no day`);
    const events = demoEvents(plansOf(seed), first, firstDayLive, [...sessions, { from: began, to: OPEN_END }]);
    let next = await this.#afterWhatWasSent(events);
    while (!this.#stopping.signal.aborted) {
      const now = clock();
      const due: SyntheticEvent[] = [];
      for (; next.recordedAt <= now && due.length < BATCH; next = events.next().value) due.push(next);
      if (due.length > 0) await this.#send(due, began, now);
      if (due.length < BATCH) {
        this.#progress = null;
        this.#history.resolve(undefined);
        await pause(BETWEEN_LOOKS, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
  }

  /**
   * Passes over what is on the log already, leaving room for whatever else the process does. Events of the very last moment
   * are sent again, for some of them may not have been.
   */
  async #afterWhatWasSent(events: Generator<SyntheticEvent, never>): Promise<SyntheticEvent> {
    let { value } = events.next();
    while (value.recordedAt < this.record.sentThrough && !this.#stopping.signal.aborted) {
      ({ value } = events.next());
      this.#sent += 1;
      if (this.#sent % PASSED_AT_ONCE === 0) await nextTurn();
    }
    return value;
  }

  /**
   * The session is kept as running to the last event's moment before the events are sent, so that what they begin is gone on
   * with after a crash; that they were sent is kept afterwards, so that none is lost: one sent twice counts once.
   */
  async #send(due: readonly SyntheticEvent[], began: number, now: number): Promise<void> {
    const { sessions } = this.record;
    const through = due.at(-1)?.recordedAt ?? now;
    const earlier = sessions.filter(({ from }) => from !== began);
    this.#keep({ ...this.record, sessions: through < began ? earlier : [...earlier, { from: began, to: through }] });
    await this.options.log.append(due.map(({ event }) => ({ key: event.subject, value: JSON.stringify(event) })));
    this.#keep({ ...this.record, sentThrough: through });
    this.#sent += due.length;
    this.#progress = due.length < BATCH ? null : progressAt(this.#sent, through, this.record.from, now);
  }

  #keep(record: DemoRecord): void {
    this.record = record;
    writeDemo(this.options.dataFolder, record);
  }
}

/** How far the history has come: how much there will be is told from how much of the time it spans has been sent. */
function progressAt(sent: number, through: number, from: string, now: number): FillingProgress {
  const start = Date.parse(from);
  const share = (through - start) / (now - start);
  return { sent, of: Math.max(sent, Math.round(sent / share / 1_000) * 1_000) };
}
