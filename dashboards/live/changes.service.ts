import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../looking/looking.fact.js';
import type { StatusAnswer } from '../query-client/answers.fact.js';
import { PAGES_SETTINGS, type PagesSettings } from '../pages.settings.js';
import { QueryClient } from '../query-client/query.client.js';

/** Milliseconds from one look for new figures to the next. */
const BETWEEN_LOOKS = 1_000;

/** Told how many events the figures hold, at first and whenever that has changed; `null` while query cannot be asked. */
export type Listener = (counted: number | null) => void;

interface Watch {
  readonly listeners: Set<Listener>;
  /** What its listeners have been told last; `undefined` before the first look. */
  told: number | null | undefined;
}

/**
 * Watches whether figures have changed, once for all readers of a role, and only while there are any. Whoever has signed in is
 * a reader by themselves: their token may end before another's.
 */
@Injectable()
export class Changes implements BeforeApplicationShutdown {
  private readonly watches = new Map<string, Watch>();
  private readonly stopping = new AbortController();

  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(PAGES_SETTINGS) private readonly settings: PagesSettings,
  ) {}

  /** Begins to tell; answers how to end it. */
  tell(viewer: Viewer, listener: Listener): () => void {
    const reader = this.settings.tokenOf(viewer) ?? viewer;
    const watch = this.watches.get(reader) ?? this.begin(reader, viewer);
    watch.listeners.add(listener);
    if (watch.told !== undefined) listener(watch.told);
    return () => watch.listeners.delete(listener);
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  private begin(reader: string, viewer: Viewer): Watch {
    const watch: Watch = { listeners: new Set(), told: undefined };
    this.watches.set(reader, watch);
    void this.keep(reader, viewer, watch);
    return watch;
  }

  private async keep(reader: string, viewer: Viewer, watch: Watch): Promise<void> {
    do {
      const counted = await this.counted(viewer);
      if (counted !== watch.told) for (const listener of watch.listeners) listener(counted);
      watch.told = counted;
      await pause(BETWEEN_LOOKS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    } while (watch.listeners.size > 0 && !this.stopping.signal.aborted);
    this.watches.delete(reader);
  }

  private async counted(viewer: Viewer): Promise<number | null> {
    try {
      const { events } = await this.query.get<StatusAnswer>('/v1/status', viewer);
      return events === undefined ? 0 : events.applied + events.duplicates + events.quarantined;
    } catch {
      return null;
    }
  }
}
