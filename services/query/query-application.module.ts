import { Module, type DynamicModule } from '@nestjs/common';
import type { Receiver } from '../../libs/webhook/webhook.settings.js';
import type { Authentication } from '../../libs/access/authentication.settings.js';
import { tokensFor } from '../../libs/access/tokens.service.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { EVENT_LOG, type EventLog } from '../../libs/log/event-log.port.js';
import { PUBLICATION_SETTINGS, type PublicationSettings } from './query.settings.js';
import type { Register } from '../../libs/register/register.fact.js';
import { CLOSED_LAST, LastCloser } from '../../libs/serving/closed-last.service.js';
import { CallerLimits } from '../../libs/serving/limits/caller-limits.service.js';
import type { LimitSettings } from '../../libs/serving/limits/limits.settings.js';
import { ServiceModule } from '../../libs/serving/service.module.js';
import { ATTENTION_STORE, type AttentionStore } from '../../libs/store/attention-store.port.js';
import { AUDIT_STORE, type AuditStore } from '../../libs/store/audit-store.port.js';
import { RELEASE_STORE, type ReleaseStore } from '../../libs/store/release-store.port.js';
import { ENGINE_STORE, type EngineStore } from '../../libs/store/engine-store.port.js';
import { QueryModule } from './query.module.js';
import { REGISTER, type QuerySettings } from './query.settings.js';
import { WEBHOOK } from './webhook/webhook.port.js';

/** What outlives every generation. */
interface KeptStores {
  readonly attention: AttentionStore;
  readonly audit: AuditStore;
  readonly releases: ReleaseStore;
}

export interface QueryParts {
  /** How callers are told apart. */
  readonly auth: Authentication;
  readonly limits: LimitSettings;
  readonly log: EventLog;
  readonly store: EngineStore & KeptStores;
  readonly register: Register;
  readonly clock: Clock;
  readonly publication: PublicationSettings;
  /** Who is told of changes of state. */
  readonly webhook: Receiver | null;
}

/** The store is asked over a network: half as often as the embedded one. */
const settings: QuerySettings = { profile: 'distributed', refreshMs: 200 };

/** Query as a process of its own. */
@Module({})
export class QueryApplication {
  static on({ auth, limits, log, store, register, clock, publication, webhook }: QueryParts): DynamicModule {
    const close = async (): Promise<void> => {
      await log.close();
      await store.close();
    };
    return {
      module: QueryApplication,
      imports: [
        ServiceModule.with(
          tokensFor(auth),
          [
            { provide: CLOCK, useValue: clock },
            { provide: EVENT_LOG, useValue: log },
            { provide: ENGINE_STORE, useValue: store },
            { provide: ATTENTION_STORE, useValue: store.attention },
            { provide: AUDIT_STORE, useValue: store.audit },
            { provide: RELEASE_STORE, useValue: store.releases },
            { provide: REGISTER, useValue: register },
            { provide: WEBHOOK, useValue: webhook },
          ],
          new CallerLimits(limits),
        ),
        QueryModule.with(settings, undefined, [{ provide: PUBLICATION_SETTINGS, useValue: publication }]),
      ],
      providers: [{ provide: CLOSED_LAST, useValue: { close } }, LastCloser],
    };
  }
}
