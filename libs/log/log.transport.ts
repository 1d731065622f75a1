import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { LogConsumer, PartitionHandler } from './event-log.port.js';

export interface LogTransportOptions {
  readonly consumer: LogConsumer;
  /** Called past Nest's exception layer, which would replace an error and lose its code, such as `stale-writer`. */
  readonly handler: PartitionHandler;
  /** Told when reading has ended with an error: the process must end too, for its figures would stand still. */
  readonly failed: (error: unknown) => void;
}

/**
 * The event log as a transport of a Nest application: batches of a partition in order, not single messages. Reading begins
 * with `startAllMicroservices()` and ends when the application closes, before its `onApplicationShutdown` hooks.
 */
export class LogTransport extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('event log');

  constructor(private readonly options: LogTransportOptions) {
    super();
  }

  override listen(callback: (error?: unknown) => void): void {
    const { consumer, handler, failed } = this.options;
    consumer.start(handler).then(({ ended }) => {
      ended.catch(failed);
      callback();
    }, callback);
  }

  /** Resolves when the batch in hand is done and every partition has been revoked. */
  override close(): Promise<void> {
    return this.options.consumer.stop();
  }

  /** There are no events to listen to: what ends the reading is told to `failed`. */
  override on(): void {
    return undefined;
  }

  override unwrap(): never {
    throw new Error('the log has no server behind it that could be handed out');
  }
}
