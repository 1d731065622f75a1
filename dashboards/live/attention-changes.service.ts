import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../looking/looking.fact.js';
import { PAGES_SETTINGS, type PagesSettings } from '../pages.settings.js';
import { QueryClient, QueryRefused } from '../query-client/query.client.js';
import { Changes, type Listener } from './changes.service.js';

/** Milliseconds before a stream that has ended is asked for again. */
const BETWEEN_STREAMS = 2_000;

interface Watch {
  readonly listeners: Set<() => void>;
  readonly stopping: AbortController;
}

/**
 * Follows the stream of attention, once for all readers of a role or token, and only while there are any: states change after the
 * events were counted that change them, and with the clock.
 */
@Injectable()
export class AttentionChanges implements BeforeApplicationShutdown {
  private readonly watches = new Map<string, Watch>();

  constructor(
    @Inject(Changes) private readonly changes: Changes,
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(PAGES_SETTINGS) private readonly settings: PagesSettings,
  ) {}

  /** Tells what `Changes` tells, and the same again whenever a state has changed; answers how to end it. */
  tell(viewer: Viewer, listener: Listener): () => void {
    let counted: number | null | undefined;
    const stop = this.changes.tell(viewer, (now) => {
      counted = now;
      listener(now);
    });
    const again = (): void => {
      if (counted !== undefined) listener(counted);
    };
    const reader = this.settings.tokenOf(viewer) ?? viewer;
    const watch = this.watches.get(reader) ?? this.begin(reader, viewer);
    watch.listeners.add(again);
    return () => {
      stop();
      watch.listeners.delete(again);
      if (watch.listeners.size === 0) this.end(reader, watch);
    };
  }

  beforeApplicationShutdown(): void {
    for (const [reader, watch] of this.watches) this.end(reader, watch);
  }

  private begin(reader: string, viewer: Viewer): Watch {
    const watch: Watch = { listeners: new Set(), stopping: new AbortController() };
    this.watches.set(reader, watch);
    void this.keep(viewer, watch);
    return watch;
  }

  private end(reader: string, watch: Watch): void {
    watch.stopping.abort();
    if (this.watches.get(reader) === watch) this.watches.delete(reader);
  }

  /** Whoever may not see figures follows nothing. */
  private async keep(viewer: Viewer, { listeners, stopping: { signal } }: Watch): Promise<void> {
    let lastEventId = '';
    while (!signal.aborted) {
      try {
        await this.query.follow('/v1/attention/stream', viewer, { lastEventId, signal }, (id) => {
          lastEventId = id;
          for (const tell of listeners) tell();
        });
      } catch (error) {
        if (error instanceof QueryRefused && !error.retriable) return;
      }
      await pause(BETWEEN_STREAMS, undefined, { signal }).catch(() => undefined);
    }
  }
}
