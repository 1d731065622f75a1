import { Controller, Get, Header, Inject, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { formatDay, localDay } from '../../libs/calendars/local-date.calendar.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { Rendering } from '../layout/rendering.service.js';
import type { Viewer } from '../looking/looking.fact.js';
import type {
  AttentionAnswer,
  Definition,
  DimensionsAnswer,
  ObservationsAnswer,
  StatusAnswer,
} from '../query-client/answers.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import type { StepsAnswer } from '../query-client/publication-steps.fact.js';
import { BehindFigures } from './bands/behind-figures.service.js';
import { ClosedPage } from './closed.page.js';
import { figuresMoveFor } from './keeping-up.part.js';
import { measureChoiceOf, observationsPath } from './measure-choice.parser.js';
import { MeasurePage } from './measure.page.js';
import { placeOf, selectsOf } from './filter-selects.rule.js';

/** One measure: chart, table, download, and what it means. */
@Controller('live/measure/:id')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class MeasureController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(Rendering) private readonly rendering: Rendering,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(BehindFigures) private readonly behind: BehindFigures,
  ) {}

  /** `?benefit=&channel=&area=&by=&grain=&from=&to=&asof=` */
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async measure(@Req() request: Request, @Param('id') id: string): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const viewer = frame.looking.as;
    const definition = await this.definitionOf(id, viewer);
    const choice = measureChoiceOf(searchOf(request), definition.grains);
    const [answer, { dimensions }, attention, status, steps] = await Promise.all([
      this.query.getIfAllowed<ObservationsAnswer>(observationsPath(id, choice, this.today()), viewer),
      this.query.get<DimensionsAnswer>('/v1/dimensions', viewer),
      this.query.getIfAllowed<AttentionAnswer>('/v1/attention', viewer),
      this.query.get<StatusAnswer>('/v1/status', viewer),
      figuresMoveFor(frame) ? null : this.query.get<StepsAnswer>('/v1/steps', viewer),
    ]);
    if (answer === null) return this.rendering.documentOf(<ClosedPage frame={frame} title={definition.title} />);
    const selects = selectsOf(definition, dimensions, choice);
    const [behind, sideBySide] = await Promise.all([
      this.behind.storyOf(definition, answer, choice, placeOf(selects), viewer),
      this.behind.sideBySide(definition, answer, choice, selects, viewer),
    ]);
    return this.rendering.documentOf(
      <MeasurePage
        frame={frame}
        definition={definition}
        answer={answer}
        choice={choice}
        selects={selects}
        behind={behind}
        sideBySide={sideBySide}
        standing={attention?.rows.find(({ measure }) => measure.id === id) ?? null}
        filling={status.filling}
        steps={steps && steps.steps}
      />,
    );
  }

  /** The same figures as the page shows, as CSV. */
  @Get('figures.csv')
  async figures(@Req() request: Request, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const viewer = this.rendering.frameOf(request).looking.as;
    const { grains } = await this.definitionOf(id, viewer);
    const path = observationsPath(id, measureChoiceOf(searchOf(request), grains), this.today());
    const figures = await this.query.getText(`${path}&format=csv`, viewer);
    response
      .set('Cache-Control', 'no-store')
      .attachment(`${fileStem(id)}.csv`)
      .type('text/csv; charset=utf-8')
      .send(figures);
  }

  /** The same figures as a spreadsheet, for those who see exact ones. */
  @Get('figures.ods')
  async workbook(@Req() request: Request, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const viewer = this.rendering.frameOf(request).looking.as;
    const { grains } = await this.definitionOf(id, viewer);
    const path = observationsPath(id, measureChoiceOf(searchOf(request), grains), this.today());
    const workbook = await this.query.getBytes(path.replace('/v1/observations', '/v1/observations/workbook'), viewer);
    response
      .set('Cache-Control', 'no-store')
      .attachment(`${fileStem(id)}.ods`)
      .type('application/vnd.oasis.opendocument.spreadsheet')
      .send(Buffer.from(workbook));
  }

  private definitionOf(id: string, viewer: Viewer): Promise<Definition> {
    return this.query.get<Definition>(`/v1/measures/${encodeURIComponent(id)}`, viewer);
  }

  private today(): string {
    return formatDay(localDay(this.clock()));
  }
}

function searchOf({ originalUrl }: Request): URLSearchParams {
  return new URL(originalUrl, 'http://pages').searchParams;
}

function fileStem(measure: string): string {
  return `synthetic-${measure.replaceAll(/[^a-z0-9-]/g, '')}`;
}
