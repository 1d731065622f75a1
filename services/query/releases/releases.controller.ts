import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { notReady } from '../../../libs/problems/not-ready.exception.js';
import { ProblemException } from '../../../libs/problems/problem.exception.js';
import { plainProblem } from '../../../libs/problems/problem.rule.js';
import { publicKeyPem } from '../../../libs/publication/signing-key.codec.js';
import type { TableName } from '../../../libs/publication/release.fact.js';
import type { ReleaseFile } from '../../../libs/store/release-store.port.js';
import { cannotBeAnswered } from '../observations/answer.rule.js';
import { readPlainQuery } from '../observations/plain-query.parser.js';
import { PUBLICATION_SETTINGS, type PublicationSettings } from '../query.settings.js';
import { ReleaseMaking } from './release-making.service.js';
import {
  RELEASE_FORMATS,
  ReleaseReading,
  type ListedRelease,
  type ReleaseAnswer,
  type ReleaseDifferences,
  type ReleaseFormat,
} from './release-reading.service.js';
import { readReleaseRequest } from './release-request.parser.js';
import {
  differencesOperation,
  makeReleaseOperation,
  manifestOperation,
  releasedAggregatesOperation,
  releaseOperation,
  releasesOperation,
  signingKeyOperation,
  TABLES,
} from './releases.document.js';

/** A year of the framework, frozen (contract: api, "The annual framework"). */
@Controller('v1')
@Requires('read-definitions')
export class ReleasesController {
  constructor(
    @Inject(ReleaseMaking) private readonly making: ReleaseMaking,
    @Inject(ReleaseReading) private readonly reading: ReleaseReading,
    @Inject(PUBLICATION_SETTINGS) private readonly settings: PublicationSettings,
  ) {}

  /** 201 with what was made; 400 for what cannot be asked, 409 for a year that cannot be final yet, 503 to ask again. */
  @Post('releases')
  @Requires('make-release')
  @DescribedBy(makeReleaseOperation)
  async make(
    @Body() body: unknown,
    @CurrentPrincipal() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReleaseAnswer> {
    const request = readReleaseRequest(body);
    if (!request.ok) throw cannotBeAnswered(request.refusals);
    const result = await this.making.make(request.value, caller);
    if (!result.made) throw refusalOf(result);
    const { id } = result.release;
    response.location(`/v1/releases/${id}`);
    return (await this.reading.read(id, caller)) ?? missing();
  }

  @Get('releases')
  @DescribedBy(releasesOperation)
  @Header('Cache-Control', 'no-store')
  async list(@CurrentPrincipal() caller: Caller): Promise<{ readonly releases: readonly ListedRelease[] }> {
    return { releases: await this.reading.list(caller) };
  }

  @Get('releases/:id')
  @DescribedBy(releaseOperation)
  @Header('Cache-Control', 'no-store')
  async read(@Param('id') id: string, @CurrentPrincipal() caller: Caller): Promise<ReleaseAnswer> {
    return (await this.reading.read(id, caller)) ?? missing();
  }

  /** Since the release named, by default the one that it superseded. */
  @Get('releases/:id/differences')
  @DescribedBy(differencesOperation)
  @Header('Cache-Control', 'no-store')
  async differences(
    @Param('id') id: string,
    @Req() request: Request,
    @CurrentPrincipal() caller: Caller,
  ): Promise<ReleaseDifferences> {
    const query = readPlainQuery(request.originalUrl, ['since']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const since = query.value.since ?? (await this.reading.read(id, caller))?.supersedes ?? null;
    if (since === null) missing();
    return (await this.reading.differences(id, since, caller)) ?? missing();
  }

  /** The very bytes that were frozen. */
  @Get('releases/:id/aggregates')
  @DescribedBy(releasedAggregatesOperation)
  async aggregates(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
    @CurrentPrincipal() caller: Caller,
  ): Promise<void> {
    const query = readPlainQuery(request.originalUrl, ['format', 'table']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const { format = 'json', table } = query.value;
    const formats = Object.keys(RELEASE_FORMATS);
    if (!isFormat(format)) throw notOneOf('format', formats);
    if (table !== undefined && !isTable(table)) throw notOneOf('table', TABLES);
    send(response, (await this.reading.file(id, format, caller, table)) ?? missing(), format !== 'json');
  }

  @Get('releases/:id/manifest')
  @DescribedBy(manifestOperation)
  async manifest(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
    @CurrentPrincipal() caller: Caller,
  ): Promise<void> {
    const query = readPlainQuery(request.originalUrl, ['table']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const { table } = query.value;
    if (table !== undefined && !isTable(table)) throw notOneOf('table', TABLES);
    send(response, (await this.reading.file(id, 'manifest', caller, table)) ?? missing(), false);
  }

  /** What signatures are checked with. */
  @Get('signing-key')
  @DescribedBy(signingKeyOperation)
  @Header('Content-Type', 'application/x-pem-file')
  signingKey(): string {
    const { signingKey } = this.settings;
    if (signingKey === null) throw new ProblemException(plainProblem(404, 'No signing key is set.'));
    return publicKeyPem(signingKey);
  }
}

function send(response: Response, { name, mediaType, bytes }: ReleaseFile, asAttachment: boolean): void {
  // What one role reads of a release is not what another does.
  response.set('Cache-Control', 'no-store');
  if (asAttachment) response.attachment(name);
  response.type(mediaType).send(Buffer.from(bytes));
}

function isFormat(name: string): name is ReleaseFormat {
  return Object.hasOwn(RELEASE_FORMATS, name);
}

function isTable(name: string): name is TableName {
  return TABLES.some((table) => table === name);
}

function notOneOf(member: string, allowed: readonly string[]): ProblemException {
  return cannotBeAnswered([{ member, detail: `There is no such ${member}.`, allowed }]);
}

function missing(): never {
  throw new ProblemException(plainProblem(404, 'There is no such release, or not for this reader yet.'));
}

const CONFLICTS = ['too-early-to-be-final', 'no-signing-key'];

function refusalOf({ code, reason }: { readonly code: string; readonly reason: string }): ProblemException {
  if (code === 'figures-not-whole') return notReady(reason);
  if (!CONFLICTS.includes(code)) return cannotBeAnswered([{ member: 'year', detail: reason }]);
  return new ProblemException({ type: `/problems/${code}`, title: code, status: 409, detail: reason });
}
