import { Module, type DynamicModule } from '@nestjs/common';
import type { Authentication } from '../../libs/access/authentication.settings.js';
import { tokensFor } from '../../libs/access/tokens.service.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { EVENT_LOG, type EventLog } from '../../libs/log/event-log.port.js';
import { CLOSED_LAST, LastCloser } from '../../libs/serving/closed-last.service.js';
import { HealthController } from '../../libs/serving/health.controller.js';
import { READINESS, type Readiness } from '../../libs/serving/readiness.port.js';
import { CallerLimits } from '../../libs/serving/limits/caller-limits.service.js';
import type { LimitSettings } from '../../libs/serving/limits/limits.settings.js';
import { ServiceModule } from '../../libs/serving/service.module.js';
import { IntakeModule } from './intake.module.js';

/** Intake as a process of its own. */
@Module({})
export class IntakeApplication {
  static on(auth: Authentication, limits: LimitSettings, log: EventLog, clock: Clock): DynamicModule {
    return {
      module: IntakeApplication,
      imports: [
        ServiceModule.with(
          tokensFor(auth),
          [
            { provide: CLOCK, useValue: clock },
            { provide: EVENT_LOG, useValue: log },
          ],
          new CallerLimits(limits),
        ),
        IntakeModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: READINESS, useValue: readinessOf(log) },
        { provide: CLOSED_LAST, useValue: log },
        LastCloser,
      ],
    };
  }
}

/** Events can be taken as long as the log answers. */
function readinessOf(log: EventLog): Readiness {
  return {
    missing: () =>
      log.bounds(0).then(
        () => null,
        () => 'The event log does not answer.',
      ),
  };
}
