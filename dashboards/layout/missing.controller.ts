import { Controller, Get, Next, Req, UseFilters } from '@nestjs/common';
import type { NextFunction, Request } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from './page-error.filter.js';
import { PageMissing } from './page-missing.exception.js';

/** Addresses that programs ask for: they are answered by others, also where there is nothing. */
const forPrograms = /^\/(v1|health|metrics)(\/|$)/;

/** Answers a reader for every address that is no page. Must be the last of the pages' controllers. */
@Controller()
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class MissingController {
  @Get('*path')
  missing(@Req() request: Request, @Next() next: NextFunction): void {
    if (!forPrograms.test(request.path)) throw new PageMissing();
    next();
  }
}
