import { Controller, Get, Header, Inject, Param, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { Rendering } from '../layout/rendering.service.js';
import type { ComputedMeasure, FrameworkAnswer } from '../query-client/definitions.fact.js';
import type { Explanation } from '../query-client/explanation.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { ExplainClosedPage } from './explain-closed.page.js';
import { ExplainPage } from './explain.page.js';
import { explainedPeriods } from './explained-periods.rule.js';
import { KnowingService } from './knowing.service.js';

/** What a figure of a computed measure was counted from. */
@Controller('scrutiny/:id/explain')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class ExplainPageController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(Rendering) private readonly rendering: Rendering,
    @Inject(KnowingService) private readonly knowing: KnowingService,
  ) {}

  /** `?period=`, by default the last whole one at the newest step; `?after=` for more cases. */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async explain(@Req() request: Request, @Param('id') id: string): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const viewer = frame.looking.as;
    const [measure, { steps }] = await Promise.all([
      this.query.get<ComputedMeasure | FrameworkAnswer>(`/v1/measures/${encodeURIComponent(id)}`, viewer),
      this.knowing.knowing(viewer),
    ]);
    if (!('definitionHash' in measure)) throw new PageMissing();
    const search = new URL(request.originalUrl, 'http://pages').searchParams;
    const [asOf = ''] = steps;
    const periods = explainedPeriods(asOf, measure.grains);
    const period = search.get('period')?.trim() || (periods[0]?.[0] ?? '');
    const after = search.get('after')?.trim() || null;
    const question = new URLSearchParams({ measure: measure.id, period, asOf, ...(after === null ? {} : { after }) });
    const explanation = await this.query.getIfAllowed<Explanation>(`/v1/explain?${question.toString()}`, viewer);
    return this.rendering.documentOf(
      explanation === null ? (
        <ExplainClosedPage frame={frame} measure={measure} />
      ) : (
        <ExplainPage frame={frame} explanation={explanation} periods={periods} />
      ),
    );
  }
}
