import { Module, type DynamicModule } from '@nestjs/common';
import type { Authentication } from '../../libs/access/authentication.settings.js';
import { tokensFor } from '../../libs/access/tokens.service.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { EVENT_LOG, type EventLog } from '../../libs/log/event-log.port.js';
import type { Register } from '../../libs/register/register.fact.js';
import { CLOSED_LAST, LastCloser } from '../../libs/serving/closed-last.service.js';
import { ServiceModule } from '../../libs/serving/service.module.js';
import { ENGINE_STORE, type EngineStore } from '../../libs/store/engine-store.port.js';
import { QueryModule } from './query.module.js';
import { REGISTER, type QuerySettings } from './query.settings.js';

export interface QueryParts {
  /** How callers are told apart. */
  readonly auth: Authentication;
  readonly log: EventLog;
  readonly store: EngineStore;
  readonly register: Register;
  readonly clock: Clock;
}

/** The store is asked over a network: half as often as the embedded one. */
const settings: QuerySettings = { profile: 'distributed', refreshMs: 200 };

/** Query as a process of its own. */
@Module({})
export class QueryApplication {
  static on({ auth, log, store, register, clock }: QueryParts): DynamicModule {
    const close = async (): Promise<void> => {
      await log.close();
      await store.close();
    };
    return {
      module: QueryApplication,
      imports: [
        ServiceModule.with(tokensFor(auth), [
          { provide: CLOCK, useValue: clock },
          { provide: EVENT_LOG, useValue: log },
          { provide: ENGINE_STORE, useValue: store },
          { provide: REGISTER, useValue: register },
        ]),
        QueryModule.with(settings),
      ],
      providers: [{ provide: CLOSED_LAST, useValue: { close } }, LastCloser],
    };
  }
}
