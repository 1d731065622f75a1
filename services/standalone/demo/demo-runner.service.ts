import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Demo } from './demo.service.js';

/** Injection token of what the runner runs. */
export const DEMO = Symbol('Demo');

export interface RunningDemo {
  readonly demo: Demo;
  /** Told of an error that ended it. */
  readonly failed: (error: unknown) => void;
}

/** Keeps a demo going from the application's start to its shutdown. */
@Injectable()
export class DemoRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(DEMO) private readonly running: RunningDemo | null) {}

  onApplicationBootstrap(): void {
    this.running?.demo.start(this.running.failed);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running?.demo.stop();
  }
}
