import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Assets } from '../assets/assets.service.js';
import { lookingOf } from '../looking/look-as.parser.js';
import { PAGES_SETTINGS, type PagesSettings } from '../pages.settings.js';
import type { Frame } from './document.page.js';

/** Makes HTML of pages. */
@Injectable()
export class Rendering {
  constructor(
    @Inject(Assets) private readonly assets: Assets,
    @Inject(PAGES_SETTINGS) private readonly settings: PagesSettings,
  ) {}

  /** What a page needs to know of the request. Without a switch nobody can choose who they are. */
  frameOf(request: Request): Frame {
    return {
      assets: this.assets.addresses,
      looking: this.settings.hasSwitch ? lookingOf(request.headers.cookie) : this.settings.unasked,
      hasSwitch: this.settings.hasSwitch,
      address: request.originalUrl,
    };
  }

  documentOf(page: VNode): string {
    return `<!DOCTYPE html>\n${renderToString(page)}`;
  }
}
