import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DashboardsModule } from '../../dashboards/dashboards.module.js';
import { pagesFor } from '../../dashboards/pages.settings.js';
import { AccessModule } from '../../libs/access/access.module.js';
import type { Receiver } from '../../libs/webhook/webhook.settings.js';
import type { Authentication } from '../../libs/access/authentication.settings.js';
import { tokensFor } from '../../libs/access/tokens.service.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { EVENT_LOG } from '../../libs/log/event-log.port.js';
import type { Limits } from '../../libs/serving/limits/limits.port.js';
import { ProblemsModule } from '../../libs/problems/problems.module.js';
import { ATTENTION_STORE } from '../../libs/store/attention-store.port.js';
import { AUDIT_STORE } from '../../libs/store/audit-store.port.js';
import { RELEASE_STORE } from '../../libs/store/release-store.port.js';
import { ENGINE_STORE } from '../../libs/store/engine-store.port.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { IntakeModule } from '../intake/intake.module.js';
import { FILLING } from '../query/following/filling.port.js';
import { QueryModule } from '../query/query.module.js';
import { DEFAULT_SETTINGS, PUBLICATION_SETTINGS, REGISTER, type PublicationSettings } from '../query/query.settings.js';
import { WEBHOOK } from '../query/webhook/webhook.port.js';
import { DemoReleases } from './demo/demo-releases.service.js';
import { DEMO, DemoRunner } from './demo/demo-runner.service.js';
import type { Demo } from './demo/demo.service.js';
import type { EmbeddedSystem } from './embedded-system.service.js';
import { CLOSED_LAST, LastCloser } from '../../libs/serving/closed-last.service.js';

/** What the embedded system is made from. */
export interface StandaloneParts {
  /** How callers are told apart. */
  readonly auth: Authentication;
  readonly limits: Limits;
  readonly system: EmbeddedSystem;
  /** How figures are published. */
  readonly publication: PublicationSettings;
  /** Who is told of changes of state. */
  readonly webhook: Receiver | null;
  /** Where readers' browsers tell how pages fare; `null`: nobody is asked. */
  readonly faroUrl: string | null;
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
  static of({ system, webhook, demo, clock }: StandaloneParts): DynamicModule {
    return {
      module: SharedModule,
      providers: [
        { provide: CLOCK, useValue: clock },
        { provide: EVENT_LOG, useValue: system.log },
        { provide: ENGINE_STORE, useValue: system.store },
        { provide: ATTENTION_STORE, useValue: system.store.attention },
        { provide: AUDIT_STORE, useValue: system.store.audit },
        { provide: RELEASE_STORE, useValue: system.store.releases },
        { provide: REGISTER, useValue: system.register },
        { provide: FILLING, useValue: demo ?? { progress: () => null } },
        { provide: WEBHOOK, useValue: webhook },
      ],
      exports: [
        CLOCK,
        EVENT_LOG,
        ENGINE_STORE,
        ATTENTION_STORE,
        AUDIT_STORE,
        RELEASE_STORE,
        REGISTER,
        FILLING,
        WEBHOOK,
      ],
    };
  }
}

/** The embedded default: intake, indicators, query and the pages in one process, on one port. */
@Module({})
export class StandaloneModule {
  static of(parts: StandaloneParts): DynamicModule {
    const { auth, limits, system, publication, faroUrl, demo, address, failed } = parts;
    return {
      module: StandaloneModule,
      providers: [
        { provide: CLOSED_LAST, useValue: system },
        LastCloser,
        { provide: DEMO, useValue: demo === null ? null : { demo, failed } },
        DemoRunner,
        DemoReleases,
      ],
      imports: [
        SharedModule.of(parts),
        AccessModule.with(tokensFor(auth), limits),
        ProblemsModule,
        IntakeModule,
        IndicatorsModule.with({ consumer: system.consumer, engine: system.engine, failed }),
        QueryModule.with(DEFAULT_SETTINGS, undefined, [{ provide: PUBLICATION_SETTINGS, useValue: publication }]),
        DashboardsModule.with({ ...pagesFor(auth, address), faroUrl }),
      ],
    };
  }
}
