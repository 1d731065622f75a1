import { Controller, Get, Header, Inject, Query, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { Rendering } from '../layout/rendering.service.js';
import type { Viewer } from '../looking/looking.fact.js';
import type { AttentionAnswer, ObservationsAnswer, Standing, StatusAnswer } from '../query-client/answers.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { ClosedPage } from './closed.page.js';
import { LivePage } from './live.page.js';
import type { MeasureNow } from './measure-card.part.js';
import { groupNamed, measureGroups } from './measure-groups.rule.js';

/** Managers: how things stand now, a card for each measure. */
@Controller('live')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class LiveController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(Rendering) private readonly rendering: Rendering,
  ) {}

  /** `?group=` shows one group of measures; without it all of them. */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async live(@Req() request: Request, @Query('group') asked?: string): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const viewer = frame.looking.as;
    const [attention, status] = await Promise.all([
      this.query.getIfAllowed<AttentionAnswer>('/v1/attention', viewer),
      this.query.get<StatusAnswer>('/v1/status', viewer),
    ]);
    if (attention === null) return this.rendering.documentOf(<ClosedPage frame={frame} title="Live figures" />);
    const shown = groupNamed(asked);
    const all = measureGroups(attention.rows);
    const groups = await Promise.all(
      all
        .filter(({ id }) => shown === null || id === shown)
        .map(async (group) => ({ ...group, measures: await this.seriesOf(group.measures, attention.asOf, viewer) })),
    );
    return this.rendering.documentOf(
      <LivePage
        frame={frame}
        all={all}
        groups={groups}
        shown={shown}
        asOf={attention.asOf}
        audience={attention.audience}
        freshness={attention.freshness}
        filling={status.filling}
      />,
    );
  }

  /** The last thirteen months of each measure, or the last years of what has no months, for its spark line. */
  private seriesOf(standings: readonly Standing[], asOf: string, viewer: Viewer): Promise<readonly MeasureNow[]> {
    const yearsBack = { month: 1, year: 4 } as const;
    return Promise.all(
      standings.map(async (standing) => {
        const { measure, grain } = standing;
        const from = `${Number(asOf.slice(0, 4)) - yearsBack[grain]}${asOf.slice(4, 7)}-01`;
        const path = `/v1/observations?measure=${measure.id}&grain=${grain}&from=${from}`;
        const { observations } = await this.query.get<ObservationsAnswer>(path, viewer);
        return { standing, periods: observations };
      }),
    );
  }
}
