import { Controller, Get, Header, Inject, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { Rendering } from '../layout/rendering.service.js';
import type { ReleaseAnswer } from '../query-client/annual.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { AnnualReading } from './annual-reading.service.js';
import { downloadNamed, isReleaseId } from './release-files.rule.js';
import { ReleasePage } from './release.page.js';

/** One release, and its files byte for byte as whoever looks may have them. */
@Controller('annual')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class ReleaseController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(AnnualReading) private readonly reading: AnnualReading,
    @Inject(Rendering) private readonly rendering: Rendering,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('public-key.pem')
  async publicKey(@Req() request: Request, @Res() response: Response): Promise<void> {
    const key = await this.query.getText('/v1/signing-key', this.rendering.frameOf(request).looking.as);
    response.set('Cache-Control', 'no-store').attachment('public-key.pem').type('application/x-pem-file').send(key);
  }

  @Get(':year/releases/:id')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async release(@Req() request: Request, @Param('year') year: string, @Param('id') id: string): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const viewer = frame.looking.as;
    ofYear(id, year);
    const [release, table, names] = await Promise.all([
      this.query.get<ReleaseAnswer>(`/v1/releases/${id}`, viewer),
      this.reading.table(id, viewer),
      this.reading.names(viewer),
    ]);
    return this.rendering.documentOf(
      <ReleasePage frame={frame} release={release} table={table} names={names} now={this.clock()} />,
    );
  }

  @Get(':year/releases/:id/:file')
  async file(
    @Req() request: Request,
    @Param('year') year: string,
    @Param('id') id: string,
    @Param('file') name: string,
    @Res() response: Response,
  ): Promise<void> {
    ofYear(id, year);
    const file = downloadNamed(id, name);
    if (file === null) throw new PageMissing();
    const bytes = await this.query.getBytes(file.path, this.rendering.frameOf(request).looking.as);
    response.set('Cache-Control', 'no-store').attachment(name).type(file.mediaType).send(Buffer.from(bytes));
  }
}

/** @throws PageMissing for what is no id of a release of the year */
function ofYear(id: string, year: string): void {
  if (!isReleaseId(id) || !id.startsWith(`${year}.`)) throw new PageMissing();
}
