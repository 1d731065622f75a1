import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { endOfLocalDay, formatDay, localDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import { isStep, latestStep, type StepLength } from '../../../libs/disclosure/publication-step.rule.js';
import { LogUnavailable } from '../../../libs/log/event-log.port.js';
import { notReady } from '../../../libs/problems/not-ready.exception.js';
import { FigureFollower, type Figures } from '../following/figure-follower.service.js';
import { FreshnessService } from '../following/freshness.service.js';
import { countedTo } from '../following/progress.rule.js';
import { parseAsOf } from '../observations/range.parser.js';
import { PUBLICATION_SETTINGS, type PublicationSettings } from '../query.settings.js';
import { parsed, refused, type Parsed } from '../refusal.rule.js';

const STEPS_NAMED = 5;
/** Steps gone back for one whose figures are counted. */
const STEPS_TRIED = 3;

/** The steps at which controlled figures move, by what has been counted. Source: contract, api, "Controlled". */
@Injectable()
export class PublicationSteps {
  /** The latest day up to whose end everything is known to be counted, in one generation. */
  private counted: { readonly generation: string | undefined; readonly through: Day } | null = null;

  constructor(
    @Inject(PUBLICATION_SETTINGS) private readonly settings: Pick<PublicationSettings, 'step'>,
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get length(): StepLength {
    return this.settings.step;
  }

  /** K of the steps that have come, newest first. */
  newest(number: number): readonly Day[] {
    const days: Day[] = [];
    let before = this.clock();
    while (days.length < number) {
      const { at, asOf } = latestStep(this.settings.step, before);
      days.push(asOf);
      before = at - 1;
    }
    return days;
  }

  /**
   * K of the newest step whose figures are counted. A step that has come while they were not is passed over, so that what
   * is shown never moves between steps. Rejects with 503 where there is none.
   */
  async current(): Promise<Day> {
    for (const asOf of this.newest(STEPS_TRIED)) if (await this.isCountedThrough(asOf)) return asOf;
    throw notReady('The figures of the last publication step are still being counted.');
  }

  /** K of the step that a query names, by default of the current one. Rejects with 503 while it is not counted. */
  async asked(text: string | undefined): Promise<Parsed<Day>> {
    if (text === undefined) return parsed(await this.current());
    const now = this.clock();
    const asOf = parseAsOf(text, localDay(now));
    if (!asOf.ok) return asOf;
    if (!isStep(this.settings.step, asOf.value, now)) return refused(this.notAStep());
    if (!(await this.isCountedThrough(asOf.value))) {
      throw notReady('The figures of this publication step are still being counted.');
    }
    return asOf;
  }

  private notAStep(): { readonly member: string; readonly detail: string; readonly allowed: readonly string[] } {
    return {
      member: 'asOf',
      detail: `Is no publication step. Controlled figures move once a ${this.settings.step}; the newest steps are allowed.`,
      allowed: this.newest(STEPS_NAMED).map(formatDay),
    };
  }

  /** Whether everything that the log had taken by the end of a day is in the figures held; false where nobody can tell. */
  private async isCountedThrough(asOf: Day): Promise<boolean> {
    const { figures } = this.follower;
    if (this.isKnownCounted(figures, asOf)) return true;
    try {
      const progress = await this.freshness.progressOf(figures);
      if (countedTo(progress) < endOfLocalDay(asOf)) return false;
    } catch (error) {
      if (error instanceof LogUnavailable) return false;
      throw error;
    }
    this.counted = { generation: figures?.generation, through: asOf };
    return true;
  }

  private isKnownCounted(figures: Figures | null, asOf: Day): boolean {
    return this.counted !== null && this.counted.generation === figures?.generation && asOf <= this.counted.through;
  }
}
