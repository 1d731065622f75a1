import { Body, Controller, ForbiddenException, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { isFromThisSite } from '../annual/same-site.rule.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { returnAddress } from '../looking/look-as.parser.js';
import { PAGES_SETTINGS, type PagesSettings } from '../pages.settings.js';
import { CONSENT_COOKIE, consentNamed } from './consent.parser.js';

/** Milliseconds for which an answer is kept: a year. */
const A_YEAR = 365 * 86_400_000;

/** Takes a reader's answer: may their browser tell how pages fare? */
@Controller('privacy/telemetry')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class ConsentController {
  constructor(@Inject(PAGES_SETTINGS) private readonly settings: PagesSettings) {}

  /**
   * Form members `answer` (`yes` or `no`) and `from`: sets the cookie and goes back to where the form was. `Lax`, so that who
   * follows a link from elsewhere is not asked again; no form from elsewhere counts.
   */
  @Post()
  answer(
    @Req() request: Request,
    @Body() form: Readonly<Record<string, unknown>> = {},
    @Res() response: Response,
  ): void {
    const consent = consentNamed(form['answer']);
    if (consent === null || this.settings.faroUrl === null) throw new PageMissing();
    if (!isFromThisSite(request.headers)) throw new ForbiddenException();
    response.cookie(CONSENT_COOKIE, consent, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: A_YEAR });
    response.redirect(303, returnAddress(form['from']));
  }
}
