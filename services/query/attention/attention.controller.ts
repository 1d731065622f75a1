import { Controller, Get, Header, Inject, Req, Res, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentPrincipal, Requires, ShowsControlled, StaysOpen } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { ControlledQueries } from '../controlled/controlled-queries.interceptor.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { cannotBeAnswered } from '../observations/answer.rule.js';
import { attentionOperation, attentionStreamOperation } from './attention.document.js';
import { ATTENTION_MEMBERS, AttentionService, type Attention } from './attention.service.js';
import { AttentionStreams } from './attention-streams.service.js';
import { readPlainQuery } from '../observations/plain-query.parser.js';
import { STREAM_SETTINGS, type StreamSettings } from '../query.settings.js';
import { EventStream } from '../stream/event-stream.service.js';

/** What has to be looked at. */
@Controller('v1/attention')
@Requires('read-figures')
@ShowsControlled(true)
@UseInterceptors(ControlledQueries)
export class AttentionController {
  constructor(
    @Inject(AttentionService) private readonly attention: AttentionService,
    @Inject(AttentionStreams) private readonly streams: AttentionStreams,
    @Inject(STREAM_SETTINGS) private readonly settings: StreamSettings,
  ) {}

  /** 200, before anything has been counted too; 400 for a day that cannot be answered for. */
  @Get()
  @DescribedBy(attentionOperation)
  @Header('Cache-Control', 'no-store')
  async list(@Req() request: Request, @CurrentPrincipal() { role }: Caller): Promise<Attention> {
    const query = readPlainQuery(request.originalUrl, ATTENTION_MEMBERS);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const answer = await this.attention.answer(query.value, role);
    if (!answer.ok) throw cannotBeAnswered(answer.refusals);
    return answer.value;
  }
  /**
   * 200 with server-sent events: `attention` at once and after every change of state, the `id` being the number of the
   * latest. A reader that comes back with that as `Last-Event-ID` gets later ones only, one that comes with a smaller
   * number the present answer, and one whose id was never given a `reset` before it. 400 where it has a query.
   */
  @Get('stream')
  @StaysOpen(true)
  @DescribedBy(attentionStreamOperation)
  async follow(
    @Req() request: Request,
    @Res() response: Response,
    @CurrentPrincipal() { role }: Caller,
  ): Promise<void> {
    const query = readPlainQuery(request.originalUrl, []);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    await this.streams.open(role, request.get('Last-Event-ID'), () => new EventStream(response, this.settings));
    // A request for the headers alone has had its answer.
    if (request.method === 'HEAD') response.end();
  }
}
