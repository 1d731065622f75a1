import { Controller, Get, Header, Inject, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { Rendering } from '../layout/rendering.service.js';
import type { CommitmentsAnswer, StatusAnswer } from '../query-client/answers.fact.js';
import type { MeasuresAnswer } from '../query-client/definitions.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { rowChoiceOf } from './row-choice.parser.js';
import { promisesWithRows } from './row.story.js';
import { ScrutinyPage } from './scrutiny.page.js';

/** Scrutiny: every promise and measure with what stands for it, and the gaps. */
@Controller('scrutiny')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class ScrutinyController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(Rendering) private readonly rendering: Rendering,
  ) {}

  /** `?edition=&section=&state=&kind=`; without an edition the last one whose list of promises is complete. */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async rows(@Req() request: Request): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const viewer = frame.looking.as;
    const [charter, { measures }, status] = await Promise.all([
      this.query.get<CommitmentsAnswer>('/v1/commitments?edition=all&include=indicators', viewer),
      this.query.get<MeasuresAnswer>('/v1/measures', viewer),
      this.query.get<StatusAnswer>('/v1/status', viewer),
    ]);
    const asked = rowChoiceOf(new URL(request.originalUrl, 'http://pages').searchParams);
    const edition = asked.edition ?? charter.editions.findLast(({ complete }) => complete)?.id ?? 'all';
    if (edition !== 'all' && !charter.editions.some(({ id }) => id === edition)) throw new PageMissing();
    const promises = promisesWithRows(charter, measures).filter(
      ({ commitment }) =>
        (edition === 'all' || commitment.edition === edition) &&
        (asked.section === null || commitment.section === asked.section),
    );
    return this.rendering.documentOf(
      <ScrutinyPage
        frame={frame}
        charter={charter}
        promises={promises}
        choice={{ ...asked, edition }}
        filling={status.filling}
      />,
    );
  }

  /** Every row of an edition and section as CSV, whatever state and kind is chosen: a spreadsheet can choose too. */
  @Get('rows.csv')
  async download(@Req() request: Request, @Res() response: Response): Promise<void> {
    const viewer = this.rendering.frameOf(request).looking.as;
    const { edition, section } = rowChoiceOf(new URL(request.originalUrl, 'http://pages').searchParams);
    const search = new URLSearchParams({
      edition: edition ?? 'all',
      ...(section === null ? {} : { section }),
      include: 'indicators',
      format: 'csv',
    });
    const rows = await this.query.getText(`/v1/commitments?${search.toString()}`, viewer);
    response
      .set('Cache-Control', 'no-store')
      .attachment('synthetic-promises.csv')
      .type('text/csv; charset=utf-8')
      .send(rows);
  }
}
