import { Module, type DynamicModule } from '@nestjs/common';
import type { Authentication } from '../libs/access/authentication.settings.js';
import { tokensFor } from '../libs/access/tokens.service.js';
import { CLOCK, type Clock } from '../libs/calendars/clock.port.js';
import { HealthController } from '../libs/serving/health.controller.js';
import { READINESS, type Readiness } from '../libs/serving/readiness.port.js';
import { CallerLimits } from '../libs/serving/limits/caller-limits.service.js';
import type { LimitSettings } from '../libs/serving/limits/limits.settings.js';
import { ServiceModule } from '../libs/serving/service.module.js';
import { DashboardsModule } from './dashboards.module.js';
import { pagesFor } from './pages.settings.js';

/** Where the services are that the pages speak to, and what browsers do. */
interface Addresses {
  readonly queryUrl: string;
  readonly intakeUrl: string;
  readonly faroUrl: string | null;
}

/** The pages as a process of their own. */
@Module({})
export class DashboardsApplication {
  static on(
    auth: Authentication,
    limits: LimitSettings,
    { queryUrl, intakeUrl, faroUrl }: Addresses,
    clock: Clock,
  ): DynamicModule {
    return {
      module: DashboardsApplication,
      imports: [
        ServiceModule.with(tokensFor(auth), [{ provide: CLOCK, useValue: clock }], new CallerLimits(limits)),
        DashboardsModule.with({
          ...pagesFor(
            auth,
            () => queryUrl,
            () => intakeUrl,
          ),
          faroUrl,
        }),
      ],
      controllers: [HealthController],
      providers: [{ provide: READINESS, useValue: readinessOf(queryUrl) }],
    };
  }
}

/** Pages can be shown as long as query can be asked. */
function readinessOf(queryUrl: string): Readiness {
  const isLive = new URL('/health/live', queryUrl);
  return {
    missing: () =>
      fetch(isLive, { signal: AbortSignal.timeout(2_000) }).then(
        ({ ok }) => (ok ? null : 'The query service does not answer as it should.'),
        () => 'The query service cannot be reached.',
      ),
  };
}
