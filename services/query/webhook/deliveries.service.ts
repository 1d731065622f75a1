import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import {
  ATTENTION_STORE,
  type AttentionChange,
  type AttentionStore,
} from '../../../libs/store/attention-store.port.js';
import { LONGEST_WAIT, post } from '../../../libs/webhook/post.service.js';
import { pauseAfterAttempt, TRIED_FOR } from '../../../libs/webhook/retry.rule.js';
import type { Receiver } from '../../../libs/webhook/webhook.settings.js';
import { ATTENTION_SETTINGS, type AttentionSettings } from '../attention/attention.settings.js';
import { KeptChanges } from '../attention/kept-changes.service.js';
import { WEBHOOK } from './webhook.port.js';
import { messageOf } from './webhook-message.codec.js';

/**
 * Tells the receiver of every change of state, at least once: an attempt is noted in the store before it begins, and that
 * the change was taken when it was. So a restart goes on where the last process stopped, and of two processes one tells it.
 * What is older than three days is no longer told.
 */
@Injectable()
export class Deliveries implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Webhook');
  private readonly stopping = new AbortController();
  /** Numbers of what has been taken. */
  private readonly settled = new Set<number>();
  /** When it was taken, by number, as long as the store has not been told. */
  private readonly unnoted = new Map<number, number>();
  private delivering: Promise<void> = Promise.resolve();

  constructor(
    @Inject(ATTENTION_STORE) private readonly store: AttentionStore,
    @Inject(KeptChanges) private readonly kept: KeptChanges,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ATTENTION_SETTINGS) private readonly settings: AttentionSettings,
    @Optional() @Inject(WEBHOOK) private readonly receiver: Receiver | null = null,
  ) {}

  onApplicationBootstrap(): void {
    if (this.receiver !== null) this.delivering = this.deliver(this.receiver, this.stopping.signal);
  }

  /** Resolves when nothing is being told any more. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.delivering;
  }

  private async deliver(receiver: Receiver, stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      await this.noteTaken()
        .then(() => this.tellWhatIsDue(receiver))
        .catch((error: unknown) => {
          this.logger.error('Changes of state could not be told', error);
        });
      await pause(this.settings.lookMs, undefined, { signal: stopped }).catch(() => undefined);
    }
  }

  private async noteTaken(): Promise<void> {
    for (const [number, at] of this.unnoted) {
      await this.store.noteDelivered(number, at);
      this.unnoted.delete(number);
    }
  }

  private async tellWhatIsDue(receiver: Receiver): Promise<void> {
    const untold = this.kept.since(this.clock() - TRIED_FOR).filter(({ number }) => !this.settled.has(number));
    const [first] = untold;
    if (first === undefined) return;
    const begun = await this.store.deliveriesFrom(first.number);
    const deliveries = new Map(begun.map((delivery) => [delivery.number, delivery]));
    for (const change of untold) {
      if (this.stopping.signal.aborted) return;
      const { attempts = 0, nextAt = -Infinity, deliveredAt = null } = deliveries.get(change.number) ?? {};
      if (deliveredAt !== null) this.settled.add(change.number);
      else if (nextAt <= this.clock()) await this.attempt(receiver, change, attempts + 1);
    }
  }

  /** Until it has been answered, or could have been, nobody else begins the next. */
  private async attempt(receiver: Receiver, change: AttentionChange, attempt: number): Promise<void> {
    const now = this.clock();
    const nextAt = now + LONGEST_WAIT + pauseAfterAttempt(attempt, Math.random());
    if (!(await this.store.beginAttempt(change.number, attempt, nextAt))) return;
    const failure = await post(receiver, messageOf(change), { now, stopped: this.stopping.signal });
    if (failure === null) {
      this.settled.add(change.number);
      this.unnoted.set(change.number, this.clock());
      return this.noteTaken();
    }
    const isLast = nextAt > change.at + TRIED_FOR;
    const what = `Change ${String(change.number)} was not taken at attempt ${String(attempt)}: ${failure}`;
    if (isLast) this.logger.error(`${what}. It is given up.`);
    else this.logger.warn(what);
  }
}
