import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Viewer } from '../looking/looking.fact.js';
import type { StatusAnswer } from '../query-client/answers.fact.js';
import { QueryClient } from '../query-client/query.client.js';

/** Milliseconds from one look for new figures to the next. */
const BETWEEN_LOOKS = 1_000;

/** Told how many events the figures hold whenever that has changed; `null` while query cannot be asked. */
export type Listener = (counted: number | null) => void;

/** Watches whether figures have changed, once for all readers of a role, and only while there are any. */
@Injectable()
export class Changes implements OnApplicationShutdown {
  private readonly listeners = new Map<Viewer, Set<Listener>>();
  private readonly stopping = new AbortController();

  constructor(@Inject(QueryClient) private readonly query: QueryClient) {}

  /** Begins to tell; answers how to end it. */
  tell(viewer: Viewer, listener: Listener): () => void {
    const others = this.listeners.get(viewer);
    if (others !== undefined) others.add(listener);
    else {
      this.listeners.set(viewer, new Set([listener]));
      void this.watch(viewer);
    }
    return () => this.listeners.get(viewer)?.delete(listener);
  }

  onApplicationShutdown(): void {
    this.stopping.abort();
  }

  private async watch(viewer: Viewer): Promise<void> {
    let told: number | null | undefined;
    while (!this.stopping.signal.aborted) {
      const listeners = this.listeners.get(viewer);
      if (listeners === undefined || listeners.size === 0) break;
      const counted = await this.counted(viewer);
      if (counted !== told) for (const listener of listeners) listener(counted);
      told = counted;
      await pause(BETWEEN_LOOKS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
    this.listeners.delete(viewer);
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
