import { Inject, Injectable } from '@nestjs/common';
import { localDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import { nameOf, type Measure } from '../../../libs/measures/measure.measure.js';
import {
  ATTENTION_STORE,
  type AttentionChange,
  type AttentionStore,
} from '../../../libs/store/attention-store.port.js';

/** Changes read from the store at a time. */
const PAGE = 1_000;

type Versioned = Pick<Measure, 'id' | 'version'>;

/** Every change of state that the store has, as far as it has been read; each version of a measure by itself. */
@Injectable()
export class KeptChanges {
  private readonly changes: AttentionChange[] = [];
  private readonly ofMeasures = new Map<string, AttentionChange[]>();
  private readonly listeners = new Set<() => void>();

  constructor(@Inject(ATTENTION_STORE) private readonly store: AttentionStore) {}

  /** The one with the greatest number; `null` before the first. */
  get last(): AttentionChange | null {
    return this.changes.at(-1) ?? null;
  }

  /** The latest of a measure that was noticed on day K or before it, a beginning too. */
  latestOf(measure: Versioned, asOf: Day = Infinity): AttentionChange | null {
    const own = this.ofMeasures.get(nameOf(measure)) ?? [];
    return own.findLast(({ at }) => localDay(at) <= asOf) ?? null;
  }

  /** Changes that were noticed on day K or before it, and are numbered below `before`, newest first; no beginnings. */
  page(limit: number, asOf: Day = Infinity, before: number = Infinity): readonly AttentionChange[] {
    const page: AttentionChange[] = [];
    for (let index = this.changes.length - 1; index >= 0 && page.length < limit; index -= 1) {
      const change = this.changes[index];
      if (change === undefined || change.from === null || change.number >= before) continue;
      if (localDay(change.at) <= asOf) page.push(change);
    }
    return page;
  }

  /** Changes that were noticed later than a moment in milliseconds, oldest first; no beginnings. */
  since(moment: number): readonly AttentionChange[] {
    const later = this.changes.findLastIndex(({ at }) => at <= moment) + 1;
    return this.changes.slice(later).filter(({ from }) => from !== null);
  }

  /** Calls `listener`, which must not throw, each time there are new ones. */
  onNews(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Reads what other processes, or this one before it was started again, have added. Calls must not overlap. */
  async refresh(): Promise<void> {
    for (;;) {
      const page = await this.store.changesAfter(this.last?.number ?? 0, PAGE);
      this.take(page);
      if (page.length < PAGE) return;
    }
  }

  /** Adds one after the last; answers false, having read the other, where another process was first. */
  async add(change: Omit<AttentionChange, 'number'>): Promise<boolean> {
    const numbered = { number: (this.last?.number ?? 0) + 1, ...change };
    if (!(await this.store.insertChange(numbered))) {
      await this.refresh();
      return false;
    }
    this.take([numbered]);
    return true;
  }

  private take(changes: readonly AttentionChange[]): void {
    for (const change of changes) {
      this.changes.push(change);
      const name = nameOf({ id: change.measure, version: change.version });
      const own = this.ofMeasures.get(name);
      if (own === undefined) this.ofMeasures.set(name, [change]);
      else own.push(change);
    }
    if (changes.length > 0) for (const tell of this.listeners) tell();
  }
}
