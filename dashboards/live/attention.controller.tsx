import { Controller, Get, Header, Inject, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { Rendering } from '../layout/rendering.service.js';
import type { AttentionAnswer } from '../query-client/answers.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { AttentionPage } from './attention.page.js';
import { ClosedPage } from './closed.page.js';

/** What is off target or has gone quiet, worst first. */
@Controller('live/attention')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class AttentionController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(Rendering) private readonly rendering: Rendering,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async attention(@Req() request: Request): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const attention = await this.query.getIfAllowed<AttentionAnswer>('/v1/attention', frame.looking.as);
    return this.rendering.documentOf(
      attention === null ? (
        <ClosedPage frame={frame} title="What needs attention" />
      ) : (
        <AttentionPage frame={frame} attention={attention} />
      ),
    );
  }
}
