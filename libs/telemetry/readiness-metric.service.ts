import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { metrics } from '@opentelemetry/api';
import { READINESS, type Readiness } from '../serving/readiness.port.js';
import { INSTRUMENTATION } from './telemetry.port.js';

/** Tells in the metrics what `GET /health/ready` tells. */
@Injectable()
export class ReadinessMetric implements OnApplicationBootstrap {
  constructor(private readonly modules: ModuleRef) {}

  onApplicationBootstrap(): void {
    const readiness = this.modules.get<Readiness>(READINESS, { strict: false });
    metrics
      .getMeter(INSTRUMENTATION)
      .createObservableGauge('charter_ready', {
        description: 'Whether the process can do what it is there for: 1 or 0.',
      })
      .addCallback(async (result) => {
        result.observe((await readiness.missing()) === null ? 1 : 0);
      });
  }
}
