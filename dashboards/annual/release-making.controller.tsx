import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  ForbiddenException,
  Get,
  Header,
  Inject,
  Param,
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
import { QueryAway, QueryRefused } from '../query-client/query.client.js';
import { AnnualReading } from './annual-reading.service.js';
import { formId } from './form-id.rule.js';
import { isReleaseId } from './release-files.rule.js';
import { ReleaseFormPage, type ReleaseForm } from './release-form.page.js';
import { checkRelease, typedRelease } from './release-form.parser.js';
import { ReleaseMadePage } from './release-made.page.js';
import { ReleaseOrders } from './release-orders.service.js';
import { ReleasePreviewPage } from './release-preview.page.js';
import { isFromThisSite } from './same-site.rule.js';
import { yearStanding, type YearStanding } from './year-standing.rule.js';

type SentForm = Readonly<Record<string, unknown>>;

/** The checked form by which the compiler makes a release: filled in, looked over, made. */
@Controller('annual')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class ReleaseMakingController {
  constructor(
    @Inject(AnnualReading) private readonly reading: AnnualReading,
    @Inject(ReleaseOrders) private readonly orders: ReleaseOrders,
    @Inject(Rendering) private readonly rendering: Rendering,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':year/release')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async form(@Req() request: Request, @Param('year') year: string): Promise<string> {
    const frame = this.compilersFrame(request);
    const standing = await this.standing(year);
    const typed = { state: 'provisional', note: '', embargo: '' };
    const form: ReleaseForm = { standing, id: randomUUID(), typed, faults: [] };
    return this.rendering.documentOf(<ReleaseFormPage frame={frame} form={form} />);
  }

  /** `step`: `make` makes it, `change` shows the form again, anything else what it would hold. */
  @Post(':year/release')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async step(
    @Req() request: Request,
    @Param('year') year: string,
    @Body() sent: SentForm = {},
    @Res() response: Response,
  ): Promise<void> {
    const frame = this.compilersFrame(request);
    if (!isFromThisSite(request.headers)) throw new ForbiddenException();
    const standing = await this.standing(year);
    const form: ReleaseForm = { standing, id: formId(sent['form']), typed: typedRelease(sent), faults: [] };
    const checked = checkRelease(form.typed, standing.mayBeFinal, this.clock());
    const again = (status: number, faults: ReleaseForm['faults']): void => {
      response
        .status(status)
        .send(this.rendering.documentOf(<ReleaseFormPage frame={frame} form={{ ...form, faults }} />));
    };
    if (!checked.ok) {
      again(400, checked.faults);
      return;
    }
    if (sent['step'] === 'change') {
      again(200, []);
      return;
    }
    if (sent['step'] !== 'make') {
      response.status(200).send(await this.preview(frame, form));
      return;
    }
    try {
      const id = await this.orders.make(form.id, year, checked.order, frame.looking.as);
      response.redirect(303, `/annual/${year}/made?release=${id}`);
    } catch (error) {
      const refusal = refusalOf(error);
      again(refusal.status, [{ field: null, words: refusal.words }]);
    }
  }

  @Get(':year/made')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async made(@Req() request: Request, @Param('year') year: string, @Query('release') id = ''): Promise<string> {
    const frame = this.compilersFrame(request);
    const { releases } = await this.standing(year);
    if (!isReleaseId(id) || !releases.some((release) => release.id === id)) throw new PageMissing();
    return this.rendering.documentOf(<ReleaseMadePage frame={frame} year={year} id={id} />);
  }

  private async preview(frame: Frame, form: ReleaseForm): Promise<string> {
    const { year, releases } = form.standing;
    const [inWork, names] = await Promise.all([
      this.reading.inWork(year, releases[0], frame.looking.as),
      this.reading.names(frame.looking.as),
    ]);
    if (inWork === null) throw new ForbiddenException();
    return this.rendering.documentOf(<ReleasePreviewPage frame={frame} form={form} inWork={inWork} names={names} />);
  }

  /** @throws PageMissing for what is no year that can be released */
  private async standing(year: string): Promise<YearStanding> {
    const standing = yearStanding(year, await this.reading.releases('compiler'), this.clock());
    if (standing === null) throw new PageMissing();
    return standing;
  }

  /** @throws ForbiddenException for everybody but the compiler */
  private compilersFrame(request: Request): Frame {
    const frame = this.rendering.frameOf(request);
    if (frame.looking.as !== 'compiler') throw new ForbiddenException();
    return frame;
  }
}

/** What is told of a release that was not made. */
function refusalOf(error: unknown): { readonly status: number; readonly words: string } {
  if (error instanceof QueryAway || (error instanceof QueryRefused && error.status >= 500)) {
    return { status: 503, words: 'It cannot be made just now. Try again in a moment, once you have looked for it' };
  }
  if (error instanceof QueryRefused && [401, 403].includes(error.status)) {
    return { status: 403, words: 'You may not make releases. Ask an operator to check your role' };
  }
  if (error instanceof QueryRefused) {
    return { status: error.status, words: 'It was refused: the year cannot be released like this, or no key is set' };
  }
  throw error;
}
