import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** Injection token of what is closed last. */
export const CLOSED_LAST = Symbol('ClosedLast');

/** Gives log and store back after everything that uses them has stopped. */
@Injectable()
export class LastCloser implements OnApplicationShutdown {
  constructor(@Inject(CLOSED_LAST) private readonly held: { readonly close: () => Promise<void> }) {}

  async onApplicationShutdown(): Promise<void> {
    await this.held.close();
  }
}
