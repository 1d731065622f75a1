import { Body, Controller, Inject, Post, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { PAGES_SETTINGS, type PagesSettings } from '../pages.settings.js';
import { LOOK_AS_COOKIE, returnAddress, viewerNamed } from './look-as.parser.js';

/** The demo's switch for who is looking. */
@Controller('look-as')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class LookAsController {
  constructor(@Inject(PAGES_SETTINGS) private readonly settings: PagesSettings) {}

  /** Form members `role` and `from`: sets the cookie and goes back to where the form was. */
  @Post()
  look(@Body() form: Readonly<Record<string, unknown>> = {}, @Res() response: Response): void {
    const viewer = viewerNamed(form['role']);
    if (viewer === null || !this.settings.hasSwitch) throw new PageMissing();
    response.cookie(LOOK_AS_COOKIE, viewer, { httpOnly: true, sameSite: 'strict', path: '/' });
    response.redirect(303, returnAddress(form['from']));
  }
}
