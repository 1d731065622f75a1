import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import { periodOf } from '../../../libs/calendars/period.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { newestOfEach, versionsNamed } from '../../../libs/measures/versions.measure.js';
import { ProblemException } from '../../../libs/problems/problem.exception.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf, type RegisterRules } from '../../../libs/register/register-rules.rule.js';
import { FigureFollower } from '../following/figure-follower.service.js';
import { holdingsOfVersions } from '../observations/holdings.rule.js';
import { MEASURES, REGISTER } from '../query.settings.js';
import { ControlledFigures } from './controlled-figures.service.js';
import { PublicationSteps } from './publication-steps.service.js';

const LOOK_MS = 15_000;
/** For others between two measures. */
const BETWEEN_MS = 25;

/**
 * Decides what may be shown when a publication step comes, of this financial year and the last, so that nobody who asks has
 * to wait for it. Listeners are told when that is done.
 */
@Injectable()
export class DecidingAhead implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DecidingAhead.name);
  private readonly rules: RegisterRules;
  private readonly stopping = new AbortController();
  private readonly listeners = new Set<() => void>();
  private looking: Promise<void> = Promise.resolve();
  private decided: Day | null = null;

  constructor(
    @Inject(REGISTER) register: Register,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(PublicationSteps) private readonly steps: PublicationSteps,
    @Inject(ControlledFigures) private readonly controlled: ControlledFigures,
  ) {
    this.rules = rulesOf(register);
  }

  /** Calls `listener`, which must not throw, when figures of a new step can be shown. */
  onStep(listener: () => void): void {
    this.listeners.add(listener);
  }

  onApplicationBootstrap(): void {
    this.looking = this.look(this.stopping.signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.looking;
  }

  private async look(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      try {
        if (this.follower.figures !== null) await this.decide(await this.steps.current(), stopped);
      } catch (error) {
        if (!(error instanceof ProblemException)) this.logger.error('What may be shown could not be decided', error);
      }
      await pause(LOOK_MS, undefined, { signal: stopped }).catch(() => undefined);
    }
  }

  private async decide(asOf: Day, stopped: AbortSignal): Promise<void> {
    if (asOf === this.decided) return;
    for (const measure of newestOfEach(this.measures)) {
      if (stopped.aborted) return;
      this.decideAbout(measure, asOf);
      await pause(BETWEEN_MS);
    }
    this.decided = asOf;
    for (const tell of this.listeners) tell();
  }

  private decideAbout(measure: Measure, asOf: Day): void {
    const year = periodOf('year', asOf);
    const periods = [periodOf('year', year.start - 1), year];
    const versions = versionsNamed(measure.id, this.measures);
    const holdings = holdingsOfVersions(versions, periods, this.follower.figures, this.rules.calendar);
    if (holdings === null) return;
    this.controlled.observe({ measure, grain: 'year', periods, by: [], filter: {}, asOf }, holdings, () => null);
  }
}
