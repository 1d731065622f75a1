import { Controller, Get, Inject, Param, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import { Requires } from '../../libs/access/access.guard.js';
import { PageErrorFilter } from '../layout/page-error.filter.js';
import { PageMissing } from '../layout/page-missing.exception.js';
import { Assets } from './assets.service.js';

@Controller('assets')
@Requires('look-at-pages')
@UseFilters(PageErrorFilter)
export class AssetsController {
  constructor(@Inject(Assets) private readonly assets: Assets) {}

  /** A name stands for one content for ever, so browsers need not ask again. */
  @Get(':name')
  asset(@Param('name') name: string, @Res() response: Response): void {
    const asset = this.assets.named(name);
    if (asset === null) throw new PageMissing();
    response.set('Cache-Control', 'public, max-age=31536000, immutable').type(asset.mediaType).send(asset.content);
  }
}
