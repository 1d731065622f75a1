import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { localDay } from '../../../libs/calendars/local-date.calendar.js';
import { periodOf } from '../../../libs/calendars/period.calendar.js';
import type { ReleaseState } from '../../../libs/publication/release.fact.js';
import { RELEASE_STORE, type ReleaseStore } from '../../../libs/store/release-store.port.js';
import { FigureFollower } from '../../query/following/figure-follower.service.js';
import { FreshnessService } from '../../query/following/freshness.service.js';
import { ReleaseMaking } from '../../query/releases/release-making.service.js';
import { DEMO, type RunningDemo } from './demo-runner.service.js';

/** Milliseconds from one look whether the history has been counted to the next. */
const BETWEEN_LOOKS = 500;
/** Live events that may be under way while the history counts as counted. */
const FEW = 20;

/**
 * Gives a new demo something that scrutiny and public can read: once its history is counted, a final release of the year
 * before last and a provisional one of last year.
 */
@Injectable()
export class DemoReleases implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private working: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DEMO) private readonly running: RunningDemo | null,
    @Inject(RELEASE_STORE) private readonly store: ReleaseStore,
    @Inject(ReleaseMaking) private readonly making: ReleaseMaking,
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.running === null) return;
    const { demo, failed } = this.running;
    demo.historySent
      .then(() => {
        this.working = this.release();
        return this.working;
      })
      .catch(failed);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.working.catch(() => undefined);
  }

  private async release(): Promise<void> {
    while (!this.stopping.signal.aborted && !(await this.isCounted())) {
      await pause(BETWEEN_LOOKS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
    if (this.stopping.signal.aborted || (await this.store.documents()).length > 0) return;
    const thisYear = periodOf('year', localDay(this.clock()));
    const lastYear = periodOf('year', thisYear.start - 1);
    const before = periodOf('year', lastYear.start - 1);
    await this.make(before.code, 'final', 'The synthetic history of the demo begins within this year.');
    await this.make(lastYear.code, 'provisional', 'A year of the demo’s synthetic history.');
  }

  private async isCounted(): Promise<boolean> {
    const { figures } = this.follower;
    if (figures === null) return false;
    const { lagEvents } = await this.freshness.freshnessOf(figures);
    return lagEvents !== null && lagEvents <= FEW;
  }

  /** A year that cannot be released now is left out: the demo is none the worse. */
  private async make(year: string, state: ReleaseState, note: string): Promise<void> {
    const request = { year, state, note, embargoUntil: null, preReleaseRoles: [] };
    await this.making.make(request, { name: 'demo', role: 'compiler' });
  }
}
