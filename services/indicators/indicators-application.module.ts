import { Module, type DynamicModule } from '@nestjs/common';
import type { Authentication } from '../../libs/access/authentication.settings.js';
import { tokensFor } from '../../libs/access/tokens.service.js';
import type { EventLog } from '../../libs/log/event-log.port.js';
import { CLOSED_LAST, LastCloser } from '../../libs/serving/closed-last.service.js';
import { HealthController } from '../../libs/serving/health.controller.js';
import { READINESS, type Readiness } from '../../libs/serving/readiness.port.js';
import { CallerLimits } from '../../libs/serving/limits/caller-limits.service.js';
import type { LimitSettings } from '../../libs/serving/limits/limits.settings.js';
import { ServiceModule } from '../../libs/serving/service.module.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';

export interface IndicatorsParts {
  /** How callers are told apart. */
  readonly auth: Authentication;
  readonly limits: LimitSettings;
  readonly log: EventLog;
  readonly store: EngineStore;
  readonly progress: Readiness;
}

/** Indicators as a process of its own: the log as its transport, and a door for those who ask whether it is well. */
@Module({})
export class IndicatorsApplication {
  static on({ auth, limits, log, store, progress }: IndicatorsParts): DynamicModule {
    const close = async (): Promise<void> => {
      await log.close();
      await store.close();
    };
    return {
      module: IndicatorsApplication,
      imports: [ServiceModule.with(tokensFor(auth), [], new CallerLimits(limits))],
      controllers: [HealthController],
      providers: [
        { provide: READINESS, useValue: progress },
        { provide: CLOSED_LAST, useValue: { close } },
        LastCloser,
      ],
    };
  }
}
