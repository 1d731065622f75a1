import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { LogConsumer } from '../../libs/log/event-log.port.js';
import type { Engine } from './engine.service.js';

/** Injection token of what the service runs with. */
export const INDICATORS = Symbol('Indicators');

export interface IndicatorsOptions {
  readonly consumer: LogConsumer;
  readonly engine: Engine;
  /** Told when reading has ended with an error: the process must end too, for its figures would stand still. */
  readonly failed: (error: unknown) => void;
}

/** Keeps the engine reading from the application's start to its shutdown. */
@Injectable()
export class IndicatorsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('Indicators');

  constructor(@Inject(INDICATORS) private readonly options: IndicatorsOptions) {}

  async onApplicationBootstrap(): Promise<void> {
    const { consumer, engine, failed } = this.options;
    const { ended } = await consumer.start(engine);
    ended.catch((error: unknown) => {
      this.#logger.error('Counting has stopped', error);
      failed(error);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.options.consumer.stop();
  }
}
