import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DashboardsModule } from '../../dashboards/dashboards.module.js';
import { pagesFor } from '../../dashboards/pages.settings.js';
import { AccessModule } from '../../libs/access/access.module.js';
import type { Authentication } from '../../libs/access/authentication.settings.js';
import { tokensFor } from '../../libs/access/tokens.service.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { EVENT_LOG } from '../../libs/log/event-log.port.js';
import { ProblemsModule } from '../../libs/problems/problems.module.js';
import { ENGINE_STORE } from '../../libs/store/engine-store.port.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { IntakeModule } from '../intake/intake.module.js';
import { FILLING } from '../query/following/filling.port.js';
import { QueryModule } from '../query/query.module.js';
import { REGISTER } from '../query/query.settings.js';
import { DEMO, DemoRunner } from './demo/demo-runner.service.js';
import type { Demo } from './demo/demo.service.js';
import type { EmbeddedSystem } from './embedded-system.service.js';
import { CLOSED_LAST, LastCloser } from '../../libs/serving/closed-last.service.js';

/** What the embedded system is made from. */
export interface StandaloneParts {
  /** How callers are told apart. */
  readonly auth: Authentication;
  readonly system: EmbeddedSystem;
  /** `null` where the data folder holds something else, or nobody wants one. */
  readonly demo: Demo | null;
  readonly clock: Clock;
  /** Where the system can be reached, once it listens. */
  readonly address: () => string;
  /** Told when counting, or the demo, has stopped for good. */
  readonly failed: (error: unknown) => void;
}

/** What every service of the process shares. */
@Global()
@Module({})
class SharedModule {
  static of({ system, demo, clock }: StandaloneParts): DynamicModule {
    return {
      module: SharedModule,
      providers: [
        { provide: CLOCK, useValue: clock },
        { provide: EVENT_LOG, useValue: system.log },
        { provide: ENGINE_STORE, useValue: system.store },
        { provide: REGISTER, useValue: system.register },
        { provide: FILLING, useValue: demo ?? { progress: () => null } },
      ],
      exports: [CLOCK, EVENT_LOG, ENGINE_STORE, REGISTER, FILLING],
    };
  }
}

/** The embedded default: intake, indicators, query and the pages in one process, on one port. */
@Module({})
export class StandaloneModule {
  static of(parts: StandaloneParts): DynamicModule {
    const { auth, system, demo, address, failed } = parts;
    return {
      module: StandaloneModule,
      providers: [
        { provide: CLOSED_LAST, useValue: system },
        LastCloser,
        { provide: DEMO, useValue: demo === null ? null : { demo, failed } },
        DemoRunner,
      ],
      imports: [
        SharedModule.of(parts),
        AccessModule.with(tokensFor(auth)),
        ProblemsModule,
        IntakeModule,
        IndicatorsModule.with({ consumer: system.consumer, engine: system.engine, failed }),
        QueryModule,
        DashboardsModule.with(pagesFor(auth, address)),
      ],
    };
  }
}
