import { Controller, Get, Header, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { Rendering } from '../layout/rendering.service.js';
import { HINT_COOKIE, HINT_HIDDEN } from './guide-hint.parser.js';
import { GuidePage } from './guide.page.js';

/** Milliseconds for which a hint that was put away stays so: a year. */
const A_YEAR = 365 * 86_400_000;

/** The guided first visit. It needs the switch for who is looking, so it is there in the demo only. */
@Controller('guide')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class GuideController {
  constructor(@Inject(Rendering) private readonly rendering: Rendering) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  guide(@Req() request: Request): string {
    const frame = this.rendering.frameOf(request);
    if (!frame.hasSwitch) throw new PageMissing();
    return this.rendering.documentOf(<GuidePage frame={frame} />);
  }

  /** Puts the hint on the front page away. */
  @Post('hint')
  hide(@Req() request: Request, @Res() response: Response): void {
    if (!this.rendering.frameOf(request).hasSwitch) throw new PageMissing();
    response.cookie(HINT_COOKIE, HINT_HIDDEN, { httpOnly: true, sameSite: 'strict', path: '/', maxAge: A_YEAR });
    response.redirect(303, '/');
  }
}
