import { Controller, Get, Inject } from '@nestjs/common';
import { Requires } from '../../../libs/access/access.guard.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { newestOfEach } from '../../../libs/measures/versions.measure.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { dimensionList, type ListedDimension } from '../observations/dimension-list.rule.js';
import { dimensionsOperation } from './dimensions.document.js';
import { REGISTER } from '../query.settings.js';

/** What figures can be broken down by. */
@Controller('v1/dimensions')
@Requires('read-definitions')
export class DimensionsController {
  constructor(@Inject(REGISTER) private readonly register: Register) {}

  @Get()
  @DescribedBy(dimensionsOperation)
  list(): { readonly dimensions: readonly ListedDimension[] } {
    return { dimensions: dimensionList(newestOfEach(measures), this.register) };
  }
}
