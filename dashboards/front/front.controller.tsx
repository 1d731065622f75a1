import { Controller, Get, Header, Inject, Query, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { isHintHidden } from '../guide/guide-hint.parser.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { Rendering } from '../layout/rendering.service.js';
import { FiguresReading } from '../promises/figures-reading.service.js';
import { sectionsOf } from '../promises/section.story.js';
import type { CommitmentsAnswer, StatusAnswer } from '../query-client/answers.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { FrontPage } from './front.page.js';

/** What the charter promises, and how each promise is going. */
@Controller()
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class FrontController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(FiguresReading) private readonly figures: FiguresReading,
    @Inject(Rendering) private readonly rendering: Rendering,
  ) {}

  /** `?edition=`; without it the last edition whose list of promises is complete. */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async front(@Req() request: Request, @Query('edition') asked?: string): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const [{ editions, commitments }, told, status] = await Promise.all([
      this.query.get<CommitmentsAnswer>('/v1/commitments?edition=all&include=indicators', frame.looking.as),
      this.figures.toldTo(frame.looking.as),
      this.query.get<StatusAnswer>('/v1/status', frame.looking.as),
    ]);
    const edition =
      asked === undefined ? editions.findLast(({ complete }) => complete) : editions.find(({ id }) => id === asked);
    if (edition === undefined) throw new PageMissing();
    const sections = sectionsOf(
      commitments.filter((row) => row.edition === edition.id),
      told,
    );
    return this.rendering.documentOf(
      <FrontPage
        frame={frame}
        editions={editions}
        edition={edition}
        sections={sections}
        told={told}
        filling={status.filling}
        isHintHidden={isHintHidden(request.headers.cookie)}
      />,
    );
  }
}
