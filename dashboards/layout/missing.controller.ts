import { Controller, Get, NotFoundException, UseFilters } from '@nestjs/common';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from './page-error.filter.js';
import { PageMissing } from './page-missing.exception.js';

/** Answers for every address that is nobody's. Must be the last of an application's controllers. */
@Controller()
@Requires('look-at-pages')
export class MissingController {
  /** Programs are answered as everywhere in the interfaces. */
  @Get(['v1/*path', 'health/*path', 'metrics'])
  missingForPrograms(): never {
    throw new NotFoundException('There is nothing at this address.');
  }

  @Get('*path')
  @UseFilters(PageErrorFilter)
  missing(): never {
    throw new PageMissing();
  }
}
