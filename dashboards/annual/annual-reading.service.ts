import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import type { Viewer } from '../looking/looking.fact.js';
import type { AggregatesAnswer, ChecksAnswer } from '../query-client/annual.fact.js';
import { QueryAway, QueryClient, QueryRefused } from '../query-client/query.client.js';
import type { ListedRelease, ReleasedTable } from '../query-client/releases.fact.js';
import { measureNames, type MeasureNames, type NamedMeasures } from './measure-names.rule.js';
import type { YearInWork } from './year.page.js';
import { lastWholeDay } from './year-standing.rule.js';

/** Who may see what a release would hold. */
const atWork: readonly Viewer[] = ['compiler', 'auditor'];

/** Reads what the pages of a year need. */
@Injectable()
export class AnnualReading {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async releases(viewer: Viewer): Promise<readonly ListedRelease[]> {
    return (await this.query.get<{ readonly releases: readonly ListedRelease[] }>('/v1/releases', viewer)).releases;
  }

  async names(viewer: Viewer): Promise<MeasureNames> {
    return measureNames(await this.query.get<NamedMeasures>('/v1/measures', viewer));
  }

  /** The frozen table that is meant for the viewer. */
  table(id: string, viewer: Viewer): Promise<ReleasedTable> {
    return this.query.get<ReleasedTable>(`/v1/releases/${id}/aggregates`, viewer);
  }

  /** `null` where they cannot be had, or not by the viewer. */
  async checks(year: string, viewer: Viewer): Promise<ChecksAnswer | null> {
    if (!atWork.includes(viewer)) return null;
    try {
      return await this.query.get<ChecksAnswer>(`/v1/checks?year=${year}`, viewer);
    } catch (error) {
      if (error instanceof QueryRefused || error instanceof QueryAway) return null;
      throw error;
    }
  }

  /** What a release made now would hold; `null` for whoever may not see it. */
  async inWork(year: string, latest: ListedRelease | undefined, viewer: Viewer): Promise<YearInWork | null> {
    if (!atWork.includes(viewer)) return null;
    const [aggregates, checks, last] = await Promise.all([
      this.query.getIfAllowed<AggregatesAnswer>(
        `/v1/aggregates?year=${year}&asOf=${lastWholeDay(this.clock())}`,
        viewer,
      ),
      this.checks(year, viewer),
      latest === undefined ? null : this.table(latest.id, viewer),
    ]);
    return aggregates === null ? null : { aggregates, checks, lastRows: last?.rows ?? null };
  }
}
