import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../../libs/access/access.guard.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import type { Register } from '../../../libs/register/register.fact.js';
import type { Target } from '../../../libs/register/targets.schema.js';
import { cannotBeAnswered } from '../observations/answer.rule.js';
import { readPlainQuery } from '../observations/plain-query.parser.js';
import { REGISTER } from '../query.settings.js';
import { targetsOperation } from './targets.document.js';

/** What is aimed at: the register's targets as they stand there, effective-dated, with role and source. */
@Controller('v1/targets')
@Requires('read-definitions')
export class TargetsController {
  constructor(@Inject(REGISTER) private readonly register: Register) {}

  /** All of them, or those of one measure; 400 for a measure that is neither computed nor has a target. */
  @Get()
  @DescribedBy(targetsOperation)
  list(@Req() request: Request): { readonly targets: readonly Target[] } {
    const query = readPlainQuery(request.originalUrl, ['measure']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const { targets } = this.register;
    const { measure: asked } = query.value;
    if (asked === undefined) return { targets };
    const known = new Set([...measures.map(({ id }) => id), ...targets.map(({ measure }) => measure)]);
    if (!known.has(asked)) {
      throw cannotBeAnswered([{ member: 'measure', detail: 'There is no such measure.', allowed: [...known] }]);
    }
    return { targets: targets.filter(({ measure }) => measure === asked) };
  }
}
