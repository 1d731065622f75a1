import { Inject, Injectable, Optional } from '@nestjs/common';
import { feedsHeld, FigureFollower, type PartitionFigures } from '../following/figure-follower.service.js';
import { FILLING, type Filling } from '../following/filling.port.js';
import { FreshnessService } from '../following/freshness.service.js';
import { QUERY_SETTINGS, type QuerySettings } from '../query.settings.js';
import { statusOf, type Counted, type Status } from './status.rule.js';

const nothingToFill: Filling = { progress: () => null };

/** Says how far the figures held are. */
@Injectable()
export class StatusService {
  constructor(
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(QUERY_SETTINGS) private readonly settings: QuerySettings,
    @Optional() @Inject(FILLING) private readonly filling: Filling = nothingToFill,
  ) {}

  /** Rejects with LogUnavailable: without the log nothing adds up. */
  async status(): Promise<Status> {
    const { figures } = this.follower;
    const progress = await this.freshness.progressOf(figures);
    return statusOf(this.settings.profile, progress, countedIn(figures?.partitions ?? []), this.filling.progress());
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
