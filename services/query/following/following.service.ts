import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { FigureFollower } from './figure-follower.service.js';
import { FIGURES_WATCH, unwatched, type FiguresWatch } from './figures-watch.port.js';
import { QUERY_SETTINGS, type QuerySettings } from '../query.settings.js';

const LONGEST_PAUSE_MS = 10_000;

/** Keeps the figures up to date from the application's start to its shutdown. */
@Injectable()
export class FollowingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(FollowingService.name);
  private readonly stopping = new AbortController();
  private readonly listeners = new Set<() => void>();
  private following: Promise<void> = Promise.resolve();

  constructor(
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(QUERY_SETTINGS) private readonly settings: QuerySettings,
    @Optional() @Inject(FIGURES_WATCH) private readonly watch: FiguresWatch = unwatched,
  ) {}

  /** Calls `listener`, which must not throw, each time new figures have been taken in, until the application stops. */
  onNews(listener: () => void): void {
    this.listeners.add(listener);
  }

  onApplicationBootstrap(): void {
    this.following = this.follow(this.stopping.signal);
  }

  /** Resolves when nothing is being read any more. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** A failure leaves the figures as they are, and the next look comes later, the longer it goes on. */
  private async follow(stopped: AbortSignal): Promise<void> {
    let failures = 0;
    while (!stopped.aborted) {
      try {
        const anythingNew = await this.follower.refresh();
        failures = 0;
        if (anythingNew) await this.watch.telling(() => this.tell());
      } catch (error) {
        failures += 1;
        this.logger.error(`The figures could not be brought up to date (${failures}): ${describe(error)}`);
      }
      await pause(pauseAfter(failures, this.settings.refreshMs), undefined, { signal: stopped }).catch(() => undefined);
    }
  }
}

/** Milliseconds to wait: twice as long after each failure in a row, within reason. */
function pauseAfter(failures: number, usual: number): number {
  return Math.max(usual, Math.min(LONGEST_PAUSE_MS, usual * 2 ** failures));
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
