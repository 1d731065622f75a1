import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Assets } from '../assets/assets.service.js';
import type { Looking } from '../looking/looking.fact.js';
import { lookingOf } from '../looking/look-as.parser.js';
import { PAGES_SETTINGS, type PagesSettings } from '../pages.settings.js';
import { currentSession } from '../sign-in/current-session.service.js';
import { consentOf } from '../telemetry/consent.parser.js';
import type { Telemetry } from '../telemetry/telemetry.fact.js';
import type { Frame } from './document.page.js';

/** Makes HTML of pages. */
@Injectable()
export class Rendering {
  constructor(
    @Inject(Assets) private readonly assets: Assets,
    @Inject(PAGES_SETTINGS) private readonly settings: PagesSettings,
  ) {}

  /** What a page needs to know of the request. Without a switch nobody can choose who they are: they sign in or not. */
  frameOf(request: Request): Frame {
    return {
      assets: this.assets.addresses,
      looking: this.settings.hasSwitch ? lookingOf(request.headers.cookie) : this.signedIn(),
      hasSwitch: this.settings.hasSwitch,
      hasSignIn: this.settings.signIn !== null,
      telemetry: this.telemetryOf(request),
      address: request.originalUrl,
    };
  }

  private telemetryOf({ headers }: Request): Telemetry | null {
    const { faroUrl } = this.settings;
    return faroUrl === null ? null : { url: faroUrl, consent: consentOf(headers.cookie) };
  }

  private signedIn(): Looking {
    const session = currentSession();
    return session === null ? this.settings.unasked : { as: session.viewer, isChosen: true };
  }

  documentOf(page: VNode): string {
    return `<!DOCTYPE html>\n${renderToString(page)}`;
  }
}
