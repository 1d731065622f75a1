import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { cannotBeAnswered, stillBeingComputed } from '../observations/answer.rule.js';
import { beingComputed } from '../observations/observations.service.js';
import { readQueryString } from '../observations/query-string.parser.js';
import { MEASURES } from '../query.settings.js';
import { distributionOperation } from './distribution.document.js';
import { parseDistribution } from './distribution.parser.js';
import { DistributionService, type DistributionAnswer } from './distribution.service.js';

/** How long each took that a figure counts. Its numbers are exact, so nobody has them who sees controlled ones only. */
@Controller('v1/distribution')
@Requires('read-exact-figures')
export class DistributionController {
  constructor(
    @Inject(DistributionService) private readonly distributions: DistributionService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
  ) {}

  /** 200; 400 with the members at fault; 503 `being-computed` with `Retry-After`. */
  @Get()
  @DescribedBy(distributionOperation)
  @Header('Cache-Control', 'no-store')
  async distribution(@Req() request: Request, @CurrentPrincipal() { role }: Caller): Promise<DistributionAnswer> {
    const asked = parseDistribution(readQueryString(request.originalUrl), this.measures, localDay(this.clock()));
    if (!asked.ok) throw cannotBeAnswered(asked.refusals);
    const answer = await this.distributions.answer(asked.value, role);
    if (answer === beingComputed) throw stillBeingComputed();
    return answer;
  }
}
