import { Controller, Get, Header, Inject } from '@nestjs/common';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { LogUnavailable } from '../../../libs/log/event-log.port.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { logUnavailable } from '../observations/answer.rule.js';
import { statusOperation } from './status.document.js';
import { shownTo, type Status, type StatusOutline } from './status.rule.js';
import { StatusService } from './status.service.js';

/** How far the figures are, and whether they add up (contract: api). */
@Controller('v1/status')
@Requires('read-status')
export class StatusController {
  constructor(@Inject(StatusService) private readonly service: StatusService) {}

  /** 200, as much of it as the caller may see; 503 with `Retry-After` while the log cannot be reached. */
  @Get()
  @DescribedBy(statusOperation)
  @Header('Cache-Control', 'no-store')
  async status(@CurrentPrincipal() { degree }: Caller): Promise<Status | StatusOutline> {
    try {
      return shownTo(degree, await this.service.status());
    } catch (error) {
      throw error instanceof LogUnavailable ? logUnavailable() : error;
    }
  }
}
