import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../../libs/calendars/clock.port.js';
import type { NewRecord } from '../../../libs/log/event-log.port.js';
import { MemoryLog } from '../../../libs/log/memory.log.js';
import { examplePlan } from '../../../libs/synthetic/plan.testkit.js';
import type { WireEvent } from '../../../libs/synthetic/wire-event.fact.js';
import type { FillingProgress } from '../../query/following/filling.port.js';
import type { DemoPlans } from './demo-events.rule.js';
import { Demo } from './demo.service.js';

const PARTITIONS = 6;

/** Plans at a small part of a demo's volumes, with which journeys of both streams still overlap. */
export function tinyPlans(seed: number): DemoPlans {
  return {
    history: { ...examplePlan, seed, scale: 0.02, prefix: 'D' },
    live: { ...examplePlan, seed: seed + 1, scale: 0.03, prefix: 'L' },
  };
}

/** A log in memory that asks before it keeps anything. */
class WatchedLog extends MemoryLog {
  constructor(
    now: Clock,
    private readonly keeping: (records: readonly NewRecord[]) => {
      readonly kept: number;
      readonly failure: Error | null;
    },
  ) {
    super(PARTITIONS, now);
  }

  override async append(records: readonly NewRecord[]): Promise<void> {
    const { kept, failure } = this.keeping(records);
    await super.append(records.slice(0, kept));
    if (failure !== null) throw failure;
  }
}

/** An event on the log, and when it was put there. */
export interface Sent {
  readonly event: WireEvent;
  readonly recordedAt: number;
  readonly at: number;
}

/** How a run ends before it has sent everything: at which append, counted from 1, and how much of that is on the log. */
export interface Ending {
  readonly how: 'stopped' | 'killed';
  readonly append: number;
  /** Of a killed run: 0 none of it, 1 all. */
  readonly share: number;
}

/** A data folder with its log, on which a demo runs from time to time, by a clock that stands where it is put. */
export class DemoFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'charter-demo-'));
  readonly sent: Sent[] = [];
  /** How far the demo said that it was, before each append of the last run. */
  readonly progress: (FillingProgress | null)[] = [];
  now = 0;
  #asked = 0;
  #demo: Demo | null = null;
  #appends = 0;
  #ending: Ending | null = null;
  readonly log = new WatchedLog(
    () => this.now,
    (records) => this.#keeping(records),
  );

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** The demo of the folder at a moment, not yet started. */
  demoAt(moment: number, plansOf = tinyPlans): Promise<Demo | null> {
    this.now = moment;
    const clock = (): number => {
      this.#asked += 1;
      return this.now;
    };
    return Demo.of({ log: this.log, dataFolder: this.path, clock, plansOf });
  }

  /**
   * Lets a demo run from one moment to another, or until it ends before. Everything that has come due between is sent.
   *
   * @returns the error that ended it; `null` where it was stopped
   */
  async run(from: number, to: number, ending: Ending | null = null, plansOf = tinyPlans): Promise<unknown> {
    const demo = await this.demoAt(from, plansOf);
    if (demo === null) throw new Error('there is no demo');
    this.#demo = demo;
    this.#ending = ending;
    this.#appends = 0;
    this.#asked = 0;
    this.progress.length = 0;
    let failure: unknown = null;
    demo.start((error) => (failure = error));
    this.now = to;
    await this.#standstill(() => failure !== null);
    await demo.stop();
    return failure;
  }

  /** Waits until the demo waits for what is not due yet: from then on it no longer asks what time it is. */
  async #standstill(hasFailed: () => boolean): Promise<void> {
    for (let before = -1; !hasFailed() && (this.#asked < 2 || this.#asked !== before);) {
      before = this.#asked;
      await nextTurn();
      await nextTurn();
    }
  }

  #keeping(records: readonly NewRecord[]): { readonly kept: number; readonly failure: Error | null } {
    this.#appends += 1;
    this.progress.push(this.#demo?.progress() ?? null);
    const ending = this.#ending?.append === this.#appends ? this.#ending : null;
    if (ending?.how === 'stopped') void this.#demo?.stop();
    const isKilled = ending?.how === 'killed';
    const kept = isKilled ? Math.round(records.length * ending.share) : records.length;
    for (const { value } of records.slice(0, kept)) {
      const event = JSON.parse(value) as WireEvent;
      this.sent.push({ event, recordedAt: Date.parse(event.recordedtime), at: this.now });
    }
    return { kept, failure: isKilled ? new Error('killed') : null };
  }
}
