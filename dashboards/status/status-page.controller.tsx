import { Controller, Get, Header, Inject, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { Rendering } from '../layout/rendering.service.js';
import type { StatusAnswer } from '../query-client/answers.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { StatusPage } from './status.page.js';

/** How far the figures are, in words. */
@Controller('status')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class StatusPageController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(Rendering) private readonly rendering: Rendering,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async status(@Req() request: Request): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const status = await this.query.get<StatusAnswer>('/v1/status', frame.looking.as);
    return this.rendering.documentOf(<StatusPage frame={frame} status={status} now={this.clock()} />);
  }
}
