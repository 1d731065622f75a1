import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { formatDay, localDay } from '../../libs/calendars/local-date.calendar.js';
import type { Viewer } from '../looking/looking.fact.js';
import type { ListedRelease, ReleasedTable, ReleasesAnswer } from '../query-client/releases.fact.js';
import type { StepsAnswer } from '../query-client/publication-steps.fact.js';
import { QueryClient, QueryRefused } from '../query-client/query.client.js';

/** Steps that are shown side by side. */
const STEPS_SHOWN = 4;

/** As of when figures can be looked at: publication steps and releases, the newest first. */
export interface Knowing {
  /** Days, known to the end of which. Where steps are not told it is the last whole day alone. */
  readonly steps: readonly string[];
  readonly releases: readonly ListedRelease[];
}

/** Finds out what was known when. */
@Injectable()
export class KnowingService {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async knowing(viewer: Viewer): Promise<Knowing> {
    const [steps, { releases }] = await Promise.all([
      this.steps(viewer),
      this.query.get<ReleasesAnswer>('/v1/releases', viewer),
    ]);
    return { steps: steps.slice(0, STEPS_SHOWN), releases };
  }

  released({ id }: ListedRelease, viewer: Viewer): Promise<ReleasedTable> {
    return this.query.get<ReleasedTable>(`/v1/releases/${encodeURIComponent(id)}/aggregates`, viewer);
  }

  private async steps(viewer: Viewer): Promise<readonly string[]> {
    try {
      return (await this.query.get<StepsAnswer>('/v1/steps', viewer)).steps;
    } catch (error) {
      if (error instanceof QueryRefused && error.status === 404) return [formatDay(localDay(this.clock()) - 1)];
      throw error;
    }
  }
}
