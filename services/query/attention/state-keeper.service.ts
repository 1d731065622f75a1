import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { LogUnavailable } from '../../../libs/log/event-log.port.js';
import { fingerprintOf } from '../../../libs/measures/fold/fingerprint.rule.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { newestOfEach } from '../../../libs/measures/versions.measure.js';
import { registerHash } from '../../../libs/register/register-hash.codec.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { FigureFollower, type Figures } from '../following/figure-follower.service.js';
import { FILLING, type Filling } from '../following/filling.port.js';
import { FreshnessService } from '../following/freshness.service.js';
import { countedTo } from '../following/progress.rule.js';
import { MEASURES, REGISTER } from '../query.settings.js';
import { ATTENTION_SETTINGS, type AttentionSettings } from './attention.settings.js';
import { KeptChanges } from './kept-changes.service.js';
import { StandingsService } from './standings.service.js';
import { maySpeakAfter, otherThanKept, positionsOf } from './state-change.rule.js';

const nothingToFill: Filling = { progress: () => null };

/**
 * Notices that a measure stands otherwise than it did, and keeps it. Figures are judged when they stand still for a moment,
 * go nearly as far as the log, and were counted by this very program: so a load, a lag, a rebuild or another version that
 * runs beside this one is no change of state.
 */
@Injectable()
export class StateKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(StateKeeper.name);
  private readonly stopping = new AbortController();
  private readonly fingerprint: string;
  private readonly measures: readonly Measure[];
  private looking: Promise<void> = Promise.resolve();
  private seen: Figures | null = null;
  private looks = 0;
  private judged: Figures | null = null;
  private judgedAt = -Infinity;

  constructor(
    @Inject(REGISTER) register: Register,
    @Inject(MEASURES) measures: readonly Measure[],
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(StandingsService) private readonly standings: StandingsService,
    @Inject(KeptChanges) private readonly kept: KeptChanges,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ATTENTION_SETTINGS) private readonly settings: AttentionSettings,
    @Optional() @Inject(FILLING) private readonly filling: Filling = nothingToFill,
  ) {
    this.fingerprint = fingerprintOf(measures, registerHash(register));
    this.measures = newestOfEach(measures);
  }

  onApplicationBootstrap(): void {
    this.looking = this.look(this.stopping.signal);
  }

  /** Resolves when nothing is being kept any more. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.looking;
  }

  private async look(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      try {
        await this.kept.refresh();
        if (this.isDue() && (await this.isUpToDate())) await this.judge();
      } catch (error) {
        this.logger.error('Changes of state could not be kept', error);
      }
      await pause(this.settings.lookMs, undefined, { signal: stopped }).catch(() => undefined);
    }
  }

  private isDue(): boolean {
    const { figures } = this.follower;
    const isNew = figures !== this.seen;
    this.seen = figures;
    this.looks = isNew ? this.looks + 1 : 0;
    const stillComing = isNew && this.looks < this.settings.mostLooks;
    if (stillComing) return false;
    return figures !== this.judged || this.clock() - this.judgedAt >= this.settings.againMs;
  }

  /** Whether the figures held may be judged. */
  private async isUpToDate(): Promise<boolean> {
    const { figures } = this.follower;
    const isCounted = figures?.partitions.some(({ last }) => (last?.counts.applied ?? 0) > 0) ?? false;
    if (figures?.fingerprint !== this.fingerprint || !isCounted || this.filling.progress() !== null) return false;
    try {
      const progress = await this.freshness.progressOf(figures);
      return progress.now - countedTo(progress) <= this.settings.mostLagMs;
    } catch (error) {
      if (error instanceof LogUnavailable) return false;
      throw error;
    }
  }

  /** Where another process was first, it is judged again at the next look. */
  private async judge(): Promise<void> {
    const at = this.clock();
    const { figures, standingOf } = this.standings.at(at);
    if (figures === null) return;
    const positions = positionsOf(figures);
    if (!maySpeakAfter(this.kept.last, { at, positions })) return;
    const changes = otherThanKept(this.measures, standingOf, (measure) => this.kept.latestOf(measure));
    this.looks = 0;
    for (const change of changes) {
      if (!(await this.kept.add({ at, positions, ...change }))) return;
    }
    this.judged = figures;
    this.judgedAt = at;
  }
}
