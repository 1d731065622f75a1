import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import { EVENT_LOG, LogUnavailable, type EventLog } from '../../../libs/log/event-log.port.js';
import type { Figures } from './figure-follower.service.js';
import { countedTo, lagOf, type PartitionProgress, type Progress } from './progress.rule.js';

/** How fresh figures are; `null` while the log cannot be reached to tell. */
export interface Freshness {
  readonly countedTo: string | null;
  readonly lagEvents: number | null;
}

/** Compares the figures held with how far the log goes. */
@Injectable()
export class FreshnessService {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of the very figures that are shown, so that it says nothing of newer ones. */
  async freshnessOf(figures: Figures | null): Promise<Freshness> {
    try {
      const progress = await this.progressOf(figures);
      const lagEvents = progress.partitions.reduce((sum, partition) => sum + lagOf(partition), 0);
      return { countedTo: formatInstant(countedTo(progress)), lagEvents };
    } catch (error) {
      if (error instanceof LogUnavailable) return { countedTo: null, lagEvents: null };
      throw error;
    }
  }

  /**
   * The clock is read before the log, and the log only grows: nothing taken by `now` is overlooked, and no position lies
   * beyond its end. Rejects with LogUnavailable.
   */
  async progressOf(figures: Figures | null): Promise<Progress> {
    const now = this.clock();
    const count = await this.log.partitionCount();
    const partitions = Array.from({ length: count }, (_, partition) => this.partitionProgress(figures, partition, now));
    return { now, partitions: await Promise.all(partitions) };
  }

  private async partitionProgress(figures: Figures | null, partition: number, now: number): Promise<PartitionProgress> {
    const position = (figures?.partitions[partition]?.last?.through ?? -1) + 1;
    const { end } = await this.log.bounds(partition);
    if (position >= end) return { partition, end, position, oldestUnapplied: null };
    const [first] = await this.log.read(partition, position, 1);
    return { partition, end, position, oldestUnapplied: first?.appendedAt ?? now };
  }
}
