import { Controller, Get, Header, Inject, Req, UseInterceptors } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentPrincipal, Requires, ShowsControlled } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { ControlledQueries } from '../controlled/controlled-queries.interceptor.js';
import { PublicationSteps } from '../controlled/publication-steps.service.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { cannotBeAnswered, stillBeingComputed } from '../observations/answer.rule.js';
import { beingComputed } from '../observations/observations.service.js';
import { readQueryString, type QueryMembers } from '../observations/query-string.parser.js';
import { MEASURES } from '../query.settings.js';
import { parsed, type Parsed } from '../refusal.rule.js';
import { explainOperation } from './explain.document.js';
import { parseExplain } from './explain.parser.js';
import { ExplainService } from './explain.service.js';
import type { Explanation } from './explanation.rule.js';

/** What a figure rests on (contract: api, "Reading figures"). */
@Controller('v1/explain')
@Requires('explain')
@ShowsControlled(true)
@UseInterceptors(ControlledQueries)
export class ExplainController {
  constructor(
    @Inject(ExplainService) private readonly explaining: ExplainService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
    @Inject(PublicationSteps) private readonly steps: PublicationSteps,
  ) {}

  /**
   * 200 with case references for whoever may see them, page by page; 400 with the members at fault; 503 with
   * `Retry-After` while the measure is being counted, or where too much is being explained at once.
   */
  @Get()
  @DescribedBy(explainOperation)
  @Header('Cache-Control', 'no-store')
  async explain(@Req() request: Request, @CurrentPrincipal() caller: Caller): Promise<Explanation> {
    const members = readQueryString(request.originalUrl);
    const known = caller.degree === 'controlled' ? await this.atStep(members) : parsed(members);
    if (!known.ok) throw cannotBeAnswered(known.refusals);
    const asked = parseExplain(known.value, this.measures, localDay(this.clock()));
    if (!asked.ok) throw cannotBeAnswered(asked.refusals);
    const explanation = await this.explaining.explain(asked.value, caller);
    if (explanation === beingComputed) throw stillBeingComputed();
    if (!explanation.ok) throw cannotBeAnswered(explanation.refusals);
    return explanation.value;
  }

  /** Of the publication step named, by default of the current one. */
  private async atStep(members: QueryMembers): Promise<Parsed<QueryMembers>> {
    const step = await this.steps.asked(members.get('asOf')?.[0]);
    return step.ok ? parsed(new Map([['asOf', [formatDay(step.value)]], ...members])) : step;
  }
}
