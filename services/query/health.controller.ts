import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Requires } from '../../libs/access/access.guard.js';
import { DescribedBy } from '../../libs/openapi/operation.document.js';
import { notReady } from './answer.rule.js';
import { FigureFollower } from './figure-follower.service.js';
import { liveOperation, readyOperation } from './health.document.js';

interface Health {
  readonly status: 'live' | 'ready';
}

/** Whether the process runs, and whether it can be asked for figures. */
@Controller('health')
@Requires('read-definitions')
export class HealthController {
  constructor(@Inject(FigureFollower) private readonly follower: FigureFollower) {}

  @Get('live')
  @DescribedBy(liveOperation)
  @Header('Cache-Control', 'no-store')
  live(): Health {
    return { status: 'live' };
  }

  /** 200 once all that the store held has been taken in; until then, and as long as there is no generation, 503. */
  @Get('ready')
  @DescribedBy(readyOperation)
  @Header('Cache-Control', 'no-store')
  ready(): Health {
    if (this.follower.figures === null)
      throw notReady('The figures have not been taken in yet, or nothing has begun to count them.');
    return { status: 'ready' };
  }
}
