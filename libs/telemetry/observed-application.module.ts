import { Module, type DynamicModule } from '@nestjs/common';
import { MetricsController } from './metrics.controller.js';
import { ReadinessMetric } from './readiness-metric.service.js';
import { TELEMETRY, type Telemetry } from './telemetry.port.js';

/** An application, and beside it what it tells of itself. */
@Module({})
export class ObservedApplication {
  /** @param application its module, which must import AccessModule and provide READINESS */
  static of(application: DynamicModule, telemetry: Telemetry): DynamicModule {
    return {
      module: ObservedApplication,
      imports: [application],
      controllers: [MetricsController],
      providers: [{ provide: TELEMETRY, useValue: telemetry }, ReadinessMetric],
    };
  }
}
