import { Controller, Get, Inject, Req, Res, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentPrincipal, Requires, ShowsControlled, StaysOpen } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { ControlledQueries } from '../controlled/controlled-queries.interceptor.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { cannotBeAnswered, stillBeingComputed } from '../observations/answer.rule.js';
import { EventStream } from './event-stream.service.js';
import { ObservationStreams } from './observation-streams.service.js';
import { observationStreamOperation } from '../observations/observations.document.js';
import { readObservations, STREAM_MEMBERS } from '../observations/observations.parser.js';
import { beingComputed } from '../observations/observations.service.js';
import { STREAM_SETTINGS, type StreamSettings } from '../query.settings.js';
import { readQueryString } from '../observations/query-string.parser.js';

/** The figures of one measure as they change (contract: api, "Reading figures"). */
@Controller('v1/observations/stream')
@Requires('read-figures')
@ShowsControlled(true)
@StaysOpen(true)
@UseInterceptors(ControlledQueries)
export class ObservationStreamController {
  constructor(
    @Inject(ObservationStreams) private readonly streams: ObservationStreams,
    @Inject(STREAM_SETTINGS) private readonly settings: StreamSettings,
  ) {}

  /**
   * 200 with server-sent events: `observations` at once and after every change, about the period of the grain that
   * contains today. The `id` is a revision that only grows; a reader that comes back with the latest as `Last-Event-ID`
   * gets later ones only, one that comes with an older one the present answer, and one whose id is not of this process
   * a `reset` before it: nothing older is kept. 400 and 503 as for observations, before the stream begins.
   */
  @Get()
  @DescribedBy(observationStreamOperation)
  async follow(
    @Req() request: Request,
    @Res() response: Response,
    @CurrentPrincipal() { role }: Caller,
  ): Promise<void> {
    const query = readObservations(readQueryString(request.originalUrl), STREAM_MEMBERS);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const reader = { role, lastEventId: request.get('Last-Event-ID') };
    const outcome = await this.streams.open(query.value, reader, () => new EventStream(response, this.settings));
    if (outcome === beingComputed) throw stillBeingComputed();
    if (!outcome.ok) throw cannotBeAnswered(outcome.refusals);
    // A request for the headers alone has had its answer.
    if (request.method === 'HEAD') response.end();
  }
}
