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
import { explainOperation } from './explain.document.js';
import { parseExplain } from './explain.parser.js';
import { ExplainService } from './explain.service.js';
import type { Explanation } from './explanation.rule.js';

/** What a figure rests on (contract: api, "Reading figures"). */
@Controller('v1/explain')
@Requires('explain')
export class ExplainController {
  constructor(
    @Inject(ExplainService) private readonly explaining: ExplainService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
  ) {}

  /**
   * 200 with case references for whoever may see them, page by page; 400 with the members at fault; 503 with
   * `Retry-After` while the measure is being counted, or where too much is being explained at once.
   */
  @Get()
  @DescribedBy(explainOperation)
  @Header('Cache-Control', 'no-store')
  async explain(@Req() request: Request, @CurrentPrincipal() caller: Caller): Promise<Explanation> {
    const asked = parseExplain(readQueryString(request.originalUrl), this.measures, localDay(this.clock()));
    if (!asked.ok) throw cannotBeAnswered(asked.refusals);
    const explanation = await this.explaining.explain(asked.value, caller);
    if (explanation === beingComputed) throw stillBeingComputed();
    if (!explanation.ok) throw cannotBeAnswered(explanation.refusals);
    return explanation.value;
  }
}
