import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  ForbiddenException,
  Get,
  Header,
  Inject,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import type { Frame } from '../layout/document.page.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { Rendering } from '../layout/rendering.service.js';
import { QueryClient } from '../query-client/query.client.js';
import { FiledPage } from './filed.page.js';
import {
  kindFor,
  usualYear,
  yearsToFile,
  type FilingKind,
  type FrameworkMeasure,
  type MeasuresAnswer,
} from './fileable.rule.js';
import { FilingChoicePage } from './filing-choice.page.js';
import { formId } from './form-id.rule.js';
import { FilingPage, type FilingForm } from './filing.page.js';
import { checkFiling, typedIn, type FieldFault, type Typed } from './filing.parser.js';
import { IntakeClient } from './intake.client.js';
import { refusalTold } from './outcome.words.js';
import { isFromThisSite } from './same-site.rule.js';

type SentForm = Readonly<Record<string, unknown>>;

/** The checked form by which the compiler files what nobody counts. */
@Controller('annual')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class FilingController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(IntakeClient) private readonly intake: IntakeClient,
    @Inject(Rendering) private readonly rendering: Rendering,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `?measure=` and, where it has two, `?kind=`, and `?year=` for another than the usual: its form; without them, what there is to choose from. */
  @Get('file')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async form(
    @Req() request: Request,
    @Query('measure') id?: string,
    @Query('kind') asked?: string,
    @Query('year') year?: string,
  ): Promise<string> {
    const frame = this.compilersFrame(request);
    const measures = await this.measures(frame);
    if (id === undefined) return this.rendering.documentOf(<FilingChoicePage frame={frame} measures={measures} />);
    const { measure, kind } = fileable(measures, id, asked);
    const now = this.clock();
    return this.formPage(frame, {
      measure,
      kind,
      id: randomUUID(),
      typed: { year: yearsToFile(now).find((known) => known === year) ?? usualYear(now) },
      faults: [],
    });
  }

  /** Files it and goes on to say so; or shows the form again, with what was typed and what is wrong with it. */
  @Post('file')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async file(@Req() request: Request, @Body() sent: SentForm = {}, @Res() response: Response): Promise<void> {
    const frame = this.compilersFrame(request);
    if (!isFromThisSite(request.headers)) throw new ForbiddenException();
    const { measure, kind } = fileable(await this.measures(frame), sent['measure'], sent['kind']);
    const id = formId(sent['form']);
    const typed = typedIn(sent, kind);
    const again = (status: number, faults: readonly FieldFault[]): void => {
      response.status(status).send(this.formPage(frame, { measure, kind, id, typed, faults }));
    };
    const checked = checkFiling(kind, typed, yearsToFile(this.clock()));
    if (!checked.ok) {
      again(400, checked.faults);
      return;
    }
    const { members } = checked;
    const outcome = await this.intake.file({ kind, measure: measure.id, members, form: id }, frame.looking.as);
    const refusal = refusalTold(outcome, kind);
    if (refusal !== null) {
      again(refusal.status, refusal.faults);
      return;
    }
    response.redirect(303, `/annual/filed?measure=${measure.id}&year=${String(members.year)}`);
  }

  @Get('filed')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async filed(@Req() request: Request, @Query('measure') id?: string, @Query('year') year?: string): Promise<string> {
    const frame = this.compilersFrame(request);
    const { measure } = fileable(await this.measures(frame), id, undefined);
    const named = yearsToFile(this.clock()).find((known) => known === year);
    if (named === undefined) throw new PageMissing();
    return this.rendering.documentOf(<FiledPage frame={frame} measure={measure} year={named} />);
  }

  private formPage(frame: Frame, form: Omit<FilingForm, 'years'> & { readonly typed: Typed }): string {
    return this.rendering.documentOf(<FilingPage frame={frame} form={{ ...form, years: yearsToFile(this.clock()) }} />);
  }

  private async measures(frame: Frame): Promise<readonly FrameworkMeasure[]> {
    return (await this.query.get<MeasuresAnswer>('/v1/measures', frame.looking.as)).framework;
  }

  /** @throws ForbiddenException for everybody but the compiler */
  private compilersFrame(request: Request): Frame {
    const frame = this.rendering.frameOf(request);
    if (frame.looking.as !== 'compiler') throw new ForbiddenException();
    return frame;
  }
}

/** @throws PageMissing for a measure that there is not, or that nothing is filed for */
function fileable(
  measures: readonly FrameworkMeasure[],
  id: unknown,
  asked: unknown,
): { readonly measure: FrameworkMeasure; readonly kind: FilingKind } {
  const measure = measures.find((known) => known.id === id);
  const kind = measure === undefined ? null : kindFor(measure, asked);
  if (measure === undefined || kind === null) throw new PageMissing();
  return { measure, kind };
}
