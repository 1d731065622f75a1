import { Controller, Get, Header, Inject, Param, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import type { Frame } from '../layout/document.page.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { Rendering } from '../layout/rendering.service.js';
import type { AttentionAnswer, ObservationsAnswer, StatusAnswer } from '../query-client/answers.fact.js';
import type {
  ComputedMeasure,
  FrameworkAnswer,
  MeasuresAnswer,
  TargetsAnswer,
} from '../query-client/definitions.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { ComparisonReading } from './comparison-reading.service.js';
import { comparisonChoiceOf, momentsOf } from './comparison-choice.parser.js';
import { FrameworkScrutinyPage } from './framework-scrutiny.page.js';
import { KnowingService } from './knowing.service.js';
import { MeasureScrutinyPage } from './measure-scrutiny.page.js';
import { promisesWithRows } from './row.story.js';

/** One measure for those who check it, computed or of the framework. */
@Controller('scrutiny/:id')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class MeasureScrutinyController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(Rendering) private readonly rendering: Rendering,
    @Inject(KnowingService) private readonly knowing: KnowingService,
    @Inject(ComparisonReading) private readonly comparisons: ComparisonReading,
  ) {}

  /** `?a=&b=`: two steps or releases to compare. */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async measure(@Req() request: Request, @Param('id') id: string): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const path = `/v1/measures/${encodeURIComponent(id)}`;
    const measure = await this.query.get<ComputedMeasure | FrameworkAnswer>(path, frame.looking.as);
    const search = new URL(request.originalUrl, 'http://pages').searchParams;
    return this.rendering.documentOf(
      'definitionHash' in measure
        ? await this.computed(frame, measure, search)
        : await this.framework(frame, measure, search),
    );
  }

  private async computed(
    frame: Frame,
    measure: ComputedMeasure,
    search: URLSearchParams,
  ): Promise<ReturnType<typeof MeasureScrutinyPage>> {
    const viewer = frame.looking.as;
    const knowing = await this.knowing.knowing(viewer);
    const moments = momentsOf(knowing);
    const choice = comparisonChoiceOf(search, moments);
    const [latest = ''] = knowing.steps;
    const [answer, attention, { targets }, status, revisions, since, compared] = await Promise.all([
      this.comparisons.periods(measure, latest, viewer),
      this.query.getIfAllowed<AttentionAnswer>('/v1/attention', viewer),
      this.query.get<TargetsAnswer>(`/v1/targets?measure=${measure.id}`, viewer),
      this.query.get<StatusAnswer>('/v1/status', viewer),
      this.comparisons.atSteps(measure, knowing.steps, viewer),
      this.comparisons.sinceRelease(measure, knowing, viewer),
      this.comparisons.ofMeasure(measure, choice, viewer),
    ]);
    return (
      <MeasureScrutinyPage
        frame={frame}
        measure={measure}
        answer={answer satisfies ObservationsAnswer | null}
        standing={attention?.rows.find((row) => row.measure.id === measure.id) ?? null}
        targets={targets}
        revisions={revisions}
        release={since?.release ?? null}
        sinceRelease={since?.compared ?? null}
        moments={moments}
        choice={choice}
        compared={compared}
        filling={status.filling}
      />
    );
  }

  private async framework(
    frame: Frame,
    measure: FrameworkAnswer,
    search: URLSearchParams,
  ): Promise<ReturnType<typeof FrameworkScrutinyPage>> {
    const viewer = frame.looking.as;
    const [{ releases }, { measures }] = await Promise.all([
      this.knowing.knowing(viewer),
      this.query.get<MeasuresAnswer>('/v1/measures', viewer),
    ]);
    const moments = momentsOf({ steps: [], releases });
    const choice = comparisonChoiceOf(search, moments);
    const [about] = measure.promises;
    const commitments = about === undefined ? [] : [{ ...about, indicators: measure.indicators }];
    return (
      <FrameworkScrutinyPage
        frame={frame}
        measure={measure}
        rows={promisesWithRows({ commitments, audience: measure.audience }, measures).flatMap(({ rows }) => rows)}
        moments={moments}
        choice={choice}
        compared={await this.comparisons.ofFramework(measure.id, measures, choice, viewer)}
      />
    );
  }
}
