import { Controller, Get, Header, Inject, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { Rendering } from '../layout/rendering.service.js';
import type { AttentionAnswer } from '../query-client/answers.fact.js';
import type { QueueAnswer } from '../query-client/length-answers.fact.js';
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
    const before = beforeIn(request);
    const path = before === null ? '/v1/attention' : `/v1/attention?before=${before}`;
    const [attention, queue] = await Promise.all([
      this.query.getIfAllowed<AttentionAnswer>(path, frame.looking.as),
      this.query.getIfAllowed<QueueAnswer>('/v1/queue?measure=decisions-in-time', frame.looking.as),
    ]);
    return this.rendering.documentOf(
      attention === null ? (
        <ClosedPage frame={frame} title="What needs attention" />
      ) : (
        <AttentionPage frame={frame} attention={attention} isEarlier={before !== null} queue={queue} />
      ),
    );
  }
}

/** The number of a change, below which those are that the page shows; anything else is passed over. */
function beforeIn({ query }: Request): string | null {
  const { before } = query;
  return typeof before === 'string' && /^[1-9][0-9]{0,14}$/.test(before) ? before : null;
}
