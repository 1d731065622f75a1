import { Controller, Get, Header, Inject, Query, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { Rendering } from '../layout/rendering.service.js';
import type { CommitmentsAnswer } from '../query-client/answers.fact.js';
import type { MeasuresAnswer } from '../query-client/definitions.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { findablePages } from './findable.story.js';
import { SearchPage } from './search.page.js';
import { found } from './search.rule.js';

/** Letters beyond this many are left out of account. */
const LONGEST = 100;

/** Finds promises, measures and words. */
@Controller('search')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class SearchController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(Rendering) private readonly rendering: Rendering,
  ) {}

  /** `?q=`; repeated or without words, as if nothing were asked. */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async search(@Req() request: Request, @Query('q') q: unknown): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const asked = typeof q === 'string' ? q.slice(0, LONGEST) : '';
    const [{ commitments }, measures] = await Promise.all([
      this.query.get<CommitmentsAnswer>('/v1/commitments?edition=all', frame.looking.as),
      this.query.get<MeasuresAnswer>('/v1/measures', frame.looking.as),
    ]);
    const results = found(findablePages(commitments, measures), asked);
    return this.rendering.documentOf(<SearchPage frame={frame} asked={asked} results={results} />);
  }
}
