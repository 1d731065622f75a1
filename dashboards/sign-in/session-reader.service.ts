import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { viewerNamed } from '../looking/look-as.parser.js';
import { PAGES_SETTINGS, type PagesSettings } from '../pages.settings.js';
import { cookieFor, cookieNamed } from './cookies.rule.js';
import { onBehalfOf } from './current-session.service.js';
import { Sealing } from './sealed.codec.js';
import type { Session } from './session.fact.js';

/** Reads off each request's cookie who has signed in. A cookie that cannot be opened is as good as none. */
@Injectable()
export class SessionReader implements NestMiddleware {
  constructor(
    @Inject(PAGES_SETTINGS) private readonly settings: PagesSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  use(request: Request, _: Response, next: NextFunction): void {
    this.sessionIn(request.headers.cookie).then((session) => {
      if (session === null) next();
      else onBehalfOf(session, next);
    }, next);
  }

  private async sessionIn(cookies: string | undefined): Promise<Session | null> {
    const { signIn } = this.settings;
    const sealed = signIn === null ? null : cookieNamed(cookieFor('session', signIn.pagesUrl).name, cookies);
    if (signIn === null || sealed === null) return null;
    const { token, viewer } = (await new Sealing(signIn.cookieKey, this.clock).open('session', sealed)) ?? {};
    const known = viewerNamed(viewer);
    return token === undefined || known === null ? null : { token, viewer: known };
  }
}
