import { Controller, Get, Header, Inject, Param, Query, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { Rendering } from '../layout/rendering.service.js';
import type { DifferencesAnswer } from '../query-client/annual.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import { AnnualPage } from './annual.page.js';
import { AnnualReading } from './annual-reading.service.js';
import { ComparePage } from './compare.page.js';
import { yearsToFile } from './fileable.rule.js';
import { YearPage } from './year.page.js';
import { yearStanding } from './year-standing.rule.js';

/** The charter year by year: how far each has come. */
@Controller('annual')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class AnnualController {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(AnnualReading) private readonly reading: AnnualReading,
    @Inject(Rendering) private readonly rendering: Rendering,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async all(@Req() request: Request): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const now = this.clock();
    const releases = await this.reading.releases(frame.looking.as);
    const years = yearsToFile(now).flatMap((year) => yearStanding(year, releases, now) ?? []);
    const working = years.slice(0, 2).map(({ year }) => year);
    const checks = await Promise.all(working.map((year) => this.reading.checks(year, frame.looking.as)));
    const blocking = new Map(
      checks.flatMap((answer) =>
        answer === null
          ? []
          : [[answer.year, answer.checks.filter(({ weight }) => weight === 'blocks').length] as const],
      ),
    );
    return this.rendering.documentOf(<AnnualPage frame={frame} years={years} blocking={blocking} />);
  }

  @Get(':year')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async year(@Req() request: Request, @Param('year') year: string): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const viewer = frame.looking.as;
    const now = this.clock();
    this.known(year);
    const standing = yearStanding(year, await this.reading.releases(viewer), now);
    if (standing === null) throw new PageMissing();
    const [inWork, names] = await Promise.all([
      this.reading.inWork(year, standing.releases[0], viewer),
      this.reading.names(viewer),
    ]);
    return this.rendering.documentOf(
      <YearPage frame={frame} standing={standing} inWork={inWork} names={names} now={now} />,
    );
  }

  /** `?from=&to=`, ids of releases of the year; by default the last two. */
  @Get(':year/compare')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async compare(
    @Req() request: Request,
    @Param('year') year: string,
    @Query('from') asked?: string,
    @Query('to') askedTo?: string,
  ): Promise<string> {
    const frame = this.rendering.frameOf(request);
    const viewer = frame.looking.as;
    this.known(year);
    const all = await this.reading.releases(viewer);
    const releases = all.filter((release) => release.year === year);
    const named = (id: string | undefined, otherwise: number): (typeof releases)[number] | undefined =>
      id === undefined ? releases[otherwise] : releases.find((release) => release.id === id);
    const [from, to] = [named(asked, 1), named(askedTo, 0)];
    if ((asked !== undefined && from === undefined) || (askedTo !== undefined && to === undefined)) {
      throw new PageMissing();
    }
    const names = await this.reading.names(viewer);
    const compared =
      from === undefined || to === undefined
        ? null
        : {
            from,
            to,
            before: (await this.reading.table(from.id, viewer)).rows,
            after: (await this.reading.table(to.id, viewer)).rows,
            differences: await this.query.get<DifferencesAnswer>(
              `/v1/releases/${to.id}/differences?since=${from.id}`,
              viewer,
            ),
          };
    return this.rendering.documentOf(
      <ComparePage frame={frame} year={year} releases={releases} compared={compared} names={names} />,
    );
  }

  /** @throws PageMissing for what is no year that anything can be of */
  private known(year: string): void {
    if (!yearsToFile(this.clock()).includes(year)) throw new PageMissing();
  }
}
