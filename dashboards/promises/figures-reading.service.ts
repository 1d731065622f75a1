import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../looking/looking.fact.js';
import type { AttentionAnswer } from '../query-client/answers.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import type { FiguresTold } from './figures-told.fact.js';
import { toldLive } from './measure-told.story.js';
import { toldOfYear } from './published/published-figures.story.js';
import { PublishedReading } from './published/published-reading.service.js';

/** Reads what may be told of the figures that show the promises. */
@Injectable()
export class FiguresReading {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(PublishedReading) private readonly published: PublishedReading,
  ) {}

  /** The figures of today, or for whoever may not see them those of the last release; `null` where nothing is released. */
  async toldTo(viewer: Viewer): Promise<FiguresTold | null> {
    const attention = await this.query.getIfAllowed<AttentionAnswer>('/v1/attention', viewer);
    if (attention !== null) return { measures: toldLive(attention), published: null };
    const year = await this.published.lastYear(viewer);
    if (year === null) return null;
    return { measures: toldOfYear(year), published: { release: year.release, rows: year.rows } };
  }
}
