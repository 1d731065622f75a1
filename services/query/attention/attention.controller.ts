import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { cannotBeAnswered } from '../observations/answer.rule.js';
import { attentionOperation } from './attention.document.js';
import { AttentionService, type Attention } from './attention.service.js';
import { readPlainQuery } from '../observations/plain-query.parser.js';

/** What has to be looked at. */
@Controller('v1/attention')
@Requires('read-figures')
export class AttentionController {
  constructor(@Inject(AttentionService) private readonly attention: AttentionService) {}

  /** 200, before anything has been counted too; 400 for a day that cannot be answered for. */
  @Get()
  @DescribedBy(attentionOperation)
  @Header('Cache-Control', 'no-store')
  async list(@Req() request: Request, @CurrentPrincipal() { role }: Caller): Promise<Attention> {
    const query = readPlainQuery(request.originalUrl, ['asOf']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const answer = await this.attention.answer(query.value.asOf, role);
    if (!answer.ok) throw cannotBeAnswered(answer.refusals);
    return answer.value;
  }
}
