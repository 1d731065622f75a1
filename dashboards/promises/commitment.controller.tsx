import { Controller, Get, Header, Inject, Param, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { Rendering } from '../layout/rendering.service.js';
import type { CommitmentAnswer, CommitmentsAnswer } from '../query-client/answers.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { CommitmentPage } from './commitment.page.js';
import { FiguresReading } from './figures-reading.service.js';

/** One promise: who answers for it, and what shows whether it is kept. */
@Controller('commitments')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class CommitmentController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(FiguresReading) private readonly figures: FiguresReading,
    @Inject(Rendering) private readonly rendering: Rendering,
  ) {}

  @Get(':edition/:id')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async one(@Req() request: Request, @Param('edition') edition: string, @Param('id') id: string): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const path = `/v1/commitments/${encodeURIComponent(edition)}/${encodeURIComponent(id)}`;
    const [commitment, charter, told] = await Promise.all([
      this.query.get<CommitmentAnswer>(path, frame.looking.as),
      this.query.get<CommitmentsAnswer>('/v1/commitments?edition=all', frame.looking.as),
      this.figures.toldTo(frame.looking.as),
    ]);
    return this.rendering.documentOf(
      <CommitmentPage frame={frame} commitment={commitment} charter={charter} told={told} />,
    );
  }
}
