import { Controller, Get, Inject, Logger, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { isFromThisSite } from '../annual/same-site.rule.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { Rendering } from '../layout/rendering.service.js';
import { returnAddress, viewerNamed } from '../looking/look-as.parser.js';
import { PAGES_SETTINGS, type PagesSettings, type SignIn } from '../pages.settings.js';
import { cookieFor, cookieNamed } from './cookies.rule.js';
import { IssuerClient, newAttempt, WAY_BACK, type Arrival, type Attempt } from './issuer.client.js';
import { Sealing } from './sealed.codec.js';
import { SignInFailedPage, type SignInFault } from './sign-in-failed.page.js';
import { SignedOutPage } from './signed-out.page.js';

/** Seconds to sign in at the issuer. */
const ATTEMPT_LASTS = 600;
/** Browsers keep no cookie of more than 4,096 bytes, name and attributes included. */
const LONGEST_SESSION_TEXT = 3_900;

/** Signing in and out, where callers are told apart by an issuer's tokens. Otherwise there are no such pages. */
@Controller()
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class SignInController {
  private readonly logger = new Logger(SignInController.name);

  constructor(
    @Inject(PAGES_SETTINGS) private readonly settings: PagesSettings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IssuerClient) private readonly issuer: IssuerClient,
    @Inject(Rendering) private readonly rendering: Rendering,
  ) {}

  /** To the issuer; `from` is the page to come back to. */
  @Get('sign-in')
  async begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { cookieKey, pagesUrl } = this.signIn;
    const attempt = newAttempt();
    const address = await this.issuer.addressFor(attempt).catch((error: unknown) => this.issuerAway(error));
    if (address === null) {
      this.fail(request, response, 'away');
      return;
    }
    const from = returnAddress(new URL(request.originalUrl, pagesUrl).searchParams.get('from'));
    const sealed = await new Sealing(cookieKey, this.clock).seal('attempt', { ...attempt, from }, ATTEMPT_LASTS);
    const { name, options } = cookieFor('attempt', pagesUrl);
    response.cookie(name, sealed, { ...options, maxAge: ATTEMPT_LASTS * 1_000 });
    response.set('Cache-Control', 'no-store').redirect(303, address.href);
  }

  /** From the issuer: whoever comes back with what they left with is signed in for as long as their token lasts. */
  @Get(WAY_BACK)
  async back(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { cookieKey, pagesUrl } = this.signIn;
    const sealing = new Sealing(cookieKey, this.clock);
    const left = cookieFor('attempt', pagesUrl);
    const sealed = cookieNamed(left.name, request.headers.cookie);
    const attempt = sealed === null ? null : await sealing.open('attempt', sealed);
    response.clearCookie(left.name, left.options);
    if (attempt === null) {
      this.fail(request, response, 'not-begun');
      return;
    }
    const arrival = await this.arrival(request, attempt);
    if (typeof arrival === 'string') {
      this.fail(request, response, arrival);
      return;
    }
    const viewer = viewerNamed(arrival.principal.role);
    if (viewer === null || viewer === 'public') {
      this.fail(request, response, 'no-role');
      return;
    }
    const session = await sealing.seal('session', { token: arrival.token, viewer }, arrival.lasts);
    if (session.length > LONGEST_SESSION_TEXT) throw new Error(`a session of ${session.length} bytes fits no cookie`);
    const { name, options } = cookieFor('session', pagesUrl);
    response.cookie(name, session, { ...options, maxAge: arrival.lasts * 1_000 });
    response.set('Cache-Control', 'no-store').redirect(303, returnAddress(attempt['from']));
  }

  /** Forgets who has signed in, and says where to sign out of the issuer: a form may not lead to another site. */
  @Post('sign-out')
  async out(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { pagesUrl } = this.signIn;
    if (!isFromThisSite(request.headers)) {
      this.fail(request, response, 'elsewhere');
      return;
    }
    const { name, options } = cookieFor('session', pagesUrl);
    response.clearCookie(name, options);
    const address = await this.issuer.addressToLeave();
    const frame = { ...this.rendering.frameOf(request), looking: this.settings.unasked, address: '/' };
    const page = <SignedOutPage frame={frame} leaving={address?.href ?? null} />;
    response.status(200).set('Cache-Control', 'no-store').type('html').send(this.rendering.documentOf(page));
  }

  private async arrival(request: Request, attempt: Attempt): Promise<Arrival | SignInFault> {
    const { search } = new URL(request.originalUrl, this.signIn.pagesUrl);
    try {
      return (await this.issuer.arrival(search, attempt)) ?? 'refused';
    } catch (error) {
      this.issuerAway(error);
      return 'away';
    }
  }

  private issuerAway(error: unknown): null {
    this.logger.warn(`Nobody can sign in: ${error instanceof Error ? error.message : 'the issuer is away'}`);
    return null;
  }

  private fail(request: Request, response: Response, fault: SignInFault): void {
    const frame = { ...this.rendering.frameOf(request), address: '/' };
    response
      .status(fault === 'away' ? 503 : fault === 'not-begun' ? 400 : 403)
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(this.rendering.documentOf(<SignInFailedPage frame={frame} fault={fault} />));
  }

  private get signIn(): SignIn {
    if (this.settings.signIn === null) throw new PageMissing();
    return this.settings.signIn;
  }
}
