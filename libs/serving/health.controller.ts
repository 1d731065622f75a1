import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Requires } from '../access/access.guard.js';
import { DescribedBy } from '../openapi/operation.document.js';
import { notReady } from '../problems/not-ready.exception.js';
import { liveOperation, readyOperation } from './health.document.js';
import { READINESS, type Readiness } from './readiness.port.js';

interface Health {
  readonly status: 'live' | 'ready';
}

/** Whether the process runs, and whether it can do what it is there for. */
@Controller('health')
@Requires('read-definitions')
export class HealthController {
  constructor(@Inject(READINESS) private readonly readiness: Readiness) {}

  @Get('live')
  @DescribedBy(liveOperation)
  @Header('Cache-Control', 'no-store')
  live(): Health {
    return { status: 'live' };
  }

  /** 200 once the process can do its work; until then, and whenever it cannot, 503 with the reason. */
  @Get('ready')
  @DescribedBy(readyOperation)
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<Health> {
    const reason = await this.readiness.missing();
    if (reason !== null) throw notReady(reason);
    return { status: 'ready' };
  }
}
