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
import { queueOperation } from './queue.document.js';
import { parseQueue } from './queue.parser.js';
import { QueueService, type QueueAnswer } from './queue.service.js';

/** What was waiting at the end of a day. Its numbers are exact, so nobody has them who sees controlled ones only. */
@Controller('v1/queue')
@Requires('read-exact-figures')
export class QueueController {
  constructor(
    @Inject(QueueService) private readonly queues: QueueService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
  ) {}

  /** 200; 400 with the members at fault; 503 `being-computed` with `Retry-After`. */
  @Get()
  @DescribedBy(queueOperation)
  @Header('Cache-Control', 'no-store')
  async queue(@Req() request: Request, @CurrentPrincipal() { role }: Caller): Promise<QueueAnswer> {
    const asked = parseQueue(readQueryString(request.originalUrl), this.measures, localDay(this.clock()));
    if (!asked.ok) throw cannotBeAnswered(asked.refusals);
    const answer = await this.queues.answer(asked.value, role);
    if (answer === beingComputed) throw stillBeingComputed();
    return answer;
  }
}
