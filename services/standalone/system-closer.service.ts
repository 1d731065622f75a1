import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** Injection token of what is closed last. */
export const CLOSED_LAST = Symbol('ClosedLast');

/** Gives log, store and data folder back after everything that uses them has stopped. */
@Injectable()
export class SystemCloser implements OnApplicationShutdown {
  constructor(@Inject(CLOSED_LAST) private readonly system: { readonly close: () => Promise<void> }) {}

  async onApplicationShutdown(): Promise<void> {
    await this.system.close();
  }
}
