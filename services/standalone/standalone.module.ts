import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from '../../libs/access/access.module.js';
import { DemoTokens } from '../../libs/access/demo-tokens.service.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { EVENT_LOG } from '../../libs/log/event-log.port.js';
import { ProblemsModule } from '../../libs/problems/problems.module.js';
import { ENGINE_STORE } from '../../libs/store/engine-store.port.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { IntakeModule } from '../intake/intake.module.js';
import { QueryModule } from '../query/query.module.js';
import { REGISTER } from '../query/query.settings.js';
import type { EmbeddedSystem } from './embedded-system.service.js';
import { CLOSED_LAST, SystemCloser } from './system-closer.service.js';
import { WelcomeController } from './welcome.controller.js';

/** What every service of the process shares. */
@Global()
@Module({})
class SharedModule {
  static of(system: EmbeddedSystem, clock: Clock): DynamicModule {
    return {
      module: SharedModule,
      providers: [
        { provide: CLOCK, useValue: clock },
        { provide: EVENT_LOG, useValue: system.log },
        { provide: ENGINE_STORE, useValue: system.store },
        { provide: REGISTER, useValue: system.register },
      ],
      exports: [CLOCK, EVENT_LOG, ENGINE_STORE, REGISTER],
    };
  }
}

/** The embedded default: intake, indicators and query in one process, on one port. */
@Module({ controllers: [WelcomeController] })
export class StandaloneModule {
  static of(system: EmbeddedSystem, clock: Clock, failed: (error: unknown) => void): DynamicModule {
    return {
      module: StandaloneModule,
      providers: [{ provide: CLOSED_LAST, useValue: system }, SystemCloser],
      imports: [
        SharedModule.of(system, clock),
        AccessModule.with(new DemoTokens()),
        ProblemsModule,
        IntakeModule,
        IndicatorsModule.with({ consumer: system.consumer, engine: system.engine, failed }),
        QueryModule,
      ],
    };
  }
}
