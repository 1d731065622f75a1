import { Controller, Get, Header, Inject, Req, Res, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentPrincipal, Requires, ShowsControlled } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { ControlledQueries } from '../controlled/controlled-queries.interceptor.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { cannotBeAnswered, stillBeingComputed } from './answer.rule.js';
import { toCsv } from './observations.codec.js';
import { observationsOperation } from './observations.document.js';
import { readObservations } from './observations.parser.js';
import { beingComputed, ObservationsService, type Answer } from './observations.service.js';
import { readQueryString } from './query-string.parser.js';

/** The figures of one measure (contract: api, "Reading figures"). */
@Controller('v1/observations')
@Requires('read-figures')
@ShowsControlled(true)
@UseInterceptors(ControlledQueries)
export class ObservationsController {
  constructor(@Inject(ObservationsService) private readonly observations: ObservationsService) {}

  /**
   * 200 with figures, before anything has been counted too; 400 with the members at fault and what is allowed; 503
   * `being-computed` with `Retry-After` while a new measure is still being counted. CSV for `format=csv` or, where no
   * format is given, for `Accept: text/csv`.
   */
  @Get()
  @DescribedBy(observationsOperation)
  @Header('Cache-Control', 'no-store')
  async observe(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentPrincipal() { role }: Caller,
  ): Promise<Answer | string> {
    const query = readObservations(readQueryString(request.originalUrl));
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const answer = await this.observations.answer(query.value, role);
    if (answer === beingComputed) throw stillBeingComputed();
    if (!answer.ok) throw cannotBeAnswered(answer.refusals);
    response.vary('Accept');
    const format = query.value.format ?? request.accepts(['json', 'csv']);
    if (format !== 'csv') return answer.value;
    response.type('text/csv; charset=utf-8');
    return toCsv(answer.value.observations, answer.value.by);
  }
}
