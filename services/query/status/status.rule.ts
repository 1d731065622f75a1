import type { Degree } from '../../../libs/access/permission.rule.js';
import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import type { WorkingCalendar } from '../../../libs/calendars/working-days.calendar.js';
import { FACT_NAMES, type FactName } from '../../../libs/events/fact-name.fact.js';
import type { Counts } from '../../../libs/store/engine-store.port.js';
import type { Feeds } from '../../../libs/store/feeds.rule.js';
import { feedStateAt, type FeedState } from './feed-state.rule.js';
import type { FillingProgress } from '../following/filling.port.js';
import { countedTo, lagOf, type PartitionProgress, type Progress } from '../following/progress.rule.js';
import type { QuerySettings } from '../query.settings.js';

interface FeedStatus {
  readonly fact: FactName;
  /** When the last of them was recorded; `null`: never. */
  readonly lastSeen: string | null;
  readonly state: FeedState;
}

interface PartitionStatus {
  readonly partition: number;
  readonly end: number;
  readonly position: number;
  readonly lag: number;
  readonly oldestUnappliedSeconds: number;
}

/** How far the figures are, as everybody may see it. */
export interface StatusOutline {
  readonly countedTo: string;
  readonly feeds: readonly FeedStatus[];
  /** `null`: no synthetic history is being put on the log. */
  readonly filling: FillingProgress | null;
}

/** How far the figures are, and whether they add up: accepted = applied + duplicates + quarantined + inFlight. */
export interface Status extends StatusOutline {
  readonly profile: QuerySettings['profile'];
  readonly partitions: readonly PartitionStatus[];
  readonly events: Counts & { readonly accepted: number; readonly inFlight: number };
}

/** What the figures held have been counted from: cumulative counts, and what was seen of each fact. */
export interface Counted {
  readonly counts: Counts;
  readonly feeds: Feeds;
}

/** The answer of `GET /v1/status`, with every fact there is. */
export function statusOf(
  profile: QuerySettings['profile'],
  progress: Progress,
  { counts, feeds }: Counted,
  filling: FillingProgress | null,
  calendar: WorkingCalendar,
): Status {
  const { now, partitions } = progress;
  return {
    profile,
    countedTo: formatInstant(countedTo(progress)),
    partitions: partitions.map((partition) => partitionStatus(partition, now)),
    events: {
      accepted: partitions.reduce((sum, { end }) => sum + end, 0),
      ...counts,
      inFlight: partitions.reduce((sum, partition) => sum + lagOf(partition), 0),
    },
    feeds: FACT_NAMES.map((fact) => {
      const seen = feeds[fact];
      const lastSeen = seen === undefined ? null : formatInstant(seen.last);
      return { fact, lastSeen, state: feedStateAt(now, fact, seen, calendar) };
    }),
    filling,
  };
}

/**
 * What of the status a degree shows: all of it, or only the feeds, how far the figures go, and how far the filling is. A
 * principal's own feeds are all feeds, as long as principals are not bound to facts.
 */
export function shownTo(degree: Degree, status: Status): Status | StatusOutline {
  if (degree === 'full') return status;
  const { countedTo, feeds, filling } = status;
  return { countedTo, feeds, filling };
}

function partitionStatus(progress: PartitionProgress, now: number): PartitionStatus {
  const { partition, end, position, oldestUnapplied } = progress;
  const waiting = Math.max(0, now - (oldestUnapplied ?? now));
  return { partition, end, position, lag: lagOf(progress), oldestUnappliedSeconds: Math.floor(waiting / 1000) };
}
