import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { LogUnavailable } from '../../../libs/log/event-log.port.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { cannotBeAnswered, logUnavailable } from '../observations/answer.rule.js';
import { readPlainQuery } from '../observations/plain-query.parser.js';
import type { Checks } from './check.fact.js';
import { checksOperation } from './checks.document.js';
import { ChecksService } from './checks.service.js';

/** What should be cleared, or known, before a year is released. */
@Controller('v1/checks')
@Requires('read-aggregates')
export class ChecksController {
  constructor(@Inject(ChecksService) private readonly checks: ChecksService) {}

  /** 200 with what stands in the way; 400 for a year that there is not, or that has no whole day yet; 503 to ask again. */
  @Get()
  @DescribedBy(checksOperation)
  @Header('Cache-Control', 'no-store')
  async list(@Req() request: Request, @CurrentPrincipal() { role }: Caller): Promise<Checks> {
    const query = readPlainQuery(request.originalUrl, ['year']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const answer = await this.checks.answer(query.value, role).catch(askAgain);
    if (!answer.ok) throw cannotBeAnswered(answer.refusals);
    return answer.value;
  }
}

/** @throws ProblemException for what will pass, the error itself otherwise */
function askAgain(error: unknown): never {
  throw error instanceof LogUnavailable ? logUnavailable() : error;
}
