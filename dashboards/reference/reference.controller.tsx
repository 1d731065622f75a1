import { Controller, Get, Header, Inject, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { Rendering } from '../layout/rendering.service.js';
import type { MeasuresAnswer } from '../query-client/definitions.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import type { ReleasesAnswer } from '../query-client/releases.fact.js';
import { AccessibilityPage } from './accessibility.page.js';
import { DataPage } from './data.page.js';
import { GlossaryPage } from './glossary.page.js';
import { MethodsPage } from './methods.page.js';
import { PrivacyPage } from './privacy.page.js';

/** Pages to look things up in. They are the same for everybody. */
@Controller()
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class ReferenceController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(Rendering) private readonly rendering: Rendering,
  ) {}

  @Get('methods')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async methods(@Req() request: Request): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const answer = await this.query.get<MeasuresAnswer>('/v1/measures', frame.looking.as);
    return this.rendering.documentOf(<MethodsPage frame={frame} answer={answer} />);
  }

  @Get('glossary')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  glossary(@Req() request: Request): string {
    return this.rendering.documentOf(<GlossaryPage frame={this.rendering.frameOf(request)} />);
  }

  /** Lists what is published for everybody, also for those who may read more. */
  @Get('data')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async data(@Req() request: Request): Promise<string> {
    const { releases } = await this.query.get<ReleasesAnswer>('/v1/releases', 'public');
    return this.rendering.documentOf(<DataPage frame={this.rendering.frameOf(request)} releases={releases} />);
  }

  @Get('accessibility')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  accessibility(@Req() request: Request): string {
    return this.rendering.documentOf(<AccessibilityPage frame={this.rendering.frameOf(request)} />);
  }

  @Get('privacy')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  privacy(@Req() request: Request): string {
    return this.rendering.documentOf(<PrivacyPage frame={this.rendering.frameOf(request)} />);
  }
}
