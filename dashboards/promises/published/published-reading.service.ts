import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../looking/looking.fact.js';
import type { MeasuresAnswer, TargetsAnswer } from '../../query-client/definitions.fact.js';
import { QueryClient } from '../../query-client/query.client.js';
import type { ReleasedTable, ReleasesAnswer } from '../../query-client/releases.fact.js';
import { lastRelease } from './last-release.rule.js';
import type { PublishedYear } from './published-figures.story.js';

/** Reads what was published, for whoever may not see the figures of today. */
@Injectable()
export class PublishedReading {
  constructor(@Inject(QueryClient) private readonly query: QueryClient) {}

  /** The last year that was published; `null` where none was. */
  async lastYear(viewer: Viewer): Promise<PublishedYear | null> {
    const release = lastRelease((await this.query.get<ReleasesAnswer>('/v1/releases', viewer)).releases);
    if (release === null) return null;
    const [{ rows }, { measures }, { targets }] = await Promise.all([
      this.query.get<ReleasedTable>(`/v1/releases/${release.id}/aggregates?table=published`, viewer),
      this.query.get<MeasuresAnswer>('/v1/measures', viewer),
      this.query.get<TargetsAnswer>('/v1/targets', viewer),
    ]);
    return { release, rows, measures, targets };
  }
}
