import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { cannotBeAnswered } from '../observations/answer.rule.js';
import { readPlainQuery } from '../observations/plain-query.parser.js';
import type { Refusal } from '../refusal.rule.js';
import { aggregatesCsv } from './aggregates.codec.js';
import { aggregatesOperation, FORMATS } from './aggregates.document.js';
import { AggregatesService, type Aggregates } from './aggregates.service.js';

/** The whole framework in a year: what a release would hold now. */
@Controller('v1/aggregates')
@Requires('read-aggregates')
export class AggregatesController {
  constructor(@Inject(AggregatesService) private readonly aggregates: AggregatesService) {}

  /** 200 with every framework measure; 400 for a year, a day or a format that there is not. */
  @Get()
  @DescribedBy(aggregatesOperation)
  @Header('Cache-Control', 'no-store')
  async list(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentPrincipal() { role }: Caller,
  ): Promise<Aggregates | string> {
    const query = readPlainQuery(request.originalUrl, ['year', 'asOf', 'format']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const { format } = query.value;
    const answer = await this.aggregates.answer(query.value, role);
    const refusals = [...(answer.ok ? [] : answer.refusals), ...unknownFormat(format)];
    if (refusals.length > 0 || !answer.ok) throw cannotBeAnswered(refusals);
    response.vary('Accept');
    if ((format ?? request.accepts(FORMATS)) !== 'csv') return answer.value;
    response.type('text/csv; charset=utf-8');
    return aggregatesCsv(answer.value.rows);
  }
}

function unknownFormat(format: string | undefined): readonly Refusal[] {
  if (format === undefined || FORMATS.includes(format)) return [];
  return [{ member: 'format', detail: 'There is no such format.', allowed: FORMATS }];
}
