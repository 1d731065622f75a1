import { Inject, Injectable, Optional } from '@nestjs/common';
import { feedsHeld, FigureFollower, type PartitionFigures } from '../following/figure-follower.service.js';
import { FILLING, type Filling } from '../following/filling.port.js';
import { FreshnessService } from '../following/freshness.service.js';
import type { WorkingCalendar } from '../../../libs/calendars/working-days.calendar.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf } from '../../../libs/register/register-rules.rule.js';
import { QUERY_SETTINGS, REGISTER, type QuerySettings } from '../query.settings.js';
import { statusOf, type Counted, type Status } from './status.rule.js';

const nothingToFill: Filling = { progress: () => null };

/** Says how far the figures held are. */
@Injectable()
export class StatusService {
  private readonly calendar: WorkingCalendar;

  constructor(
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(QUERY_SETTINGS) private readonly settings: QuerySettings,
    @Inject(REGISTER) register: Register,
    @Optional() @Inject(FILLING) private readonly filling: Filling = nothingToFill,
  ) {
    this.calendar = rulesOf(register).calendar;
  }

  /** Rejects with LogUnavailable: without the log nothing adds up. */
  async status(): Promise<Status> {
    const { figures } = this.follower;
    const progress = await this.freshness.progressOf(figures);
    const counted = countedIn(figures?.partitions ?? []);
    return statusOf(this.settings.profile, progress, counted, this.filling.progress(), this.calendar);
  }
}

function countedIn(partitions: readonly PartitionFigures[]): Counted {
  const counts = { applied: 0, duplicates: 0, quarantined: 0 };
  for (const { last } of partitions) {
    counts.applied += last?.counts.applied ?? 0;
    counts.duplicates += last?.counts.duplicates ?? 0;
    counts.quarantined += last?.counts.quarantined ?? 0;
  }
  return { counts, feeds: feedsHeld(partitions) };
}
