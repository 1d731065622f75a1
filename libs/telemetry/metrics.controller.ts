import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Requires } from '../access/access.guard.js';
import { DescribedBy } from '../openapi/operation.document.js';
import { metricsOperation } from './metrics.document.js';
import { TELEMETRY, type Telemetry } from './telemetry.port.js';

/** For Prometheus, which brings a bearer token. */
@Controller('metrics')
@Requires('read-metrics')
export class MetricsController {
  constructor(@Inject(TELEMETRY) private readonly telemetry: Telemetry) {}

  @Get()
  @DescribedBy(metricsOperation)
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  metrics(): Promise<string> {
    return this.telemetry.metricsText();
  }
}
