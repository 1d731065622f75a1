import { AsyncLocalStorage } from 'node:async_hooks';
import type { Role } from '../../../libs/access/role.rule.js';
import { eventText, HEARTBEAT } from './event-stream.codec.js';
import type { EventStream } from './event-stream.service.js';
import type { Freshness } from '../following/freshness.service.js';
import type { beingComputed, Answer } from '../observations/observations.service.js';
import type { Parsed } from '../refusal.rule.js';
import type { LeftOff } from './revision.rule.js';

/** An answer that can be followed. */
export interface Followed {
  readonly audience: Role;
  readonly freshness: Freshness;
}

/** What a question comes to: an answer, or why it cannot be given. */
export type Outcome<Told extends Followed = Answer> = Parsed<Told> | typeof beingComputed;

/** A reader's open answer, as a topic sees it. */
export type OpenAnswer = Pick<EventStream, 'send' | 'onClose' | 'end'>;

/** What a topic is made of. */
export interface TopicParts<Told extends Followed = Answer> {
  /** What its events are called. */
  readonly event: string;
  /** Answers the question from the figures held. */
  readonly ask: () => Promise<Outcome<Told>>;
  /** The revision of the figures held. */
  readonly revision: () => number;
  /** Where this is the same, nothing is sent; by default all of an answer but how far its figures go. */
  readonly contentOf?: (answer: Told, revision: number) => string;
  /** Milliseconds from one answer to the next. */
  readonly leastMs: number;
  /** Told once, when the topic has ended: its last reader has left, or its question has no answer any more. */
  readonly ended: (reason?: unknown) => void;
  /** Does the sending of something new to so many readers. */
  readonly sending?: (readers: number, send: () => void) => void;
}

/** An answer as it is sent: it changed in `revision`. */
interface State<Told> {
  readonly answer: Told;
  readonly content: string;
  readonly revision: number;
}

/**
 * One question that any number of readers follow. It is answered once for all of them, again after news, and what has not
 * changed is not sent again; how far the figures go changes all the time and does not count.
 */
export class ObservationTopic<Told extends Followed = Answer> {
  /** What the question first came to. */
  readonly opened: Promise<Outcome<Told>>;
  readonly #readers = new Map<OpenAnswer, Role>();
  #state: State<Told> | null = null;
  #pause: NodeJS.Timeout | undefined;
  #busy = true;
  /** Asks again in the course of the latest news, where there has been some since the question was asked. */
  #again: (() => void) | null = null;
  #hasEnded = false;

  constructor(private readonly parts: TopicParts<Told>) {
    this.opened = this.refresh();
  }

  get readers(): number {
    return this.#readers.size;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /**
   * Sends the present answer, unless it is what the reader has seen last, and every later one. Where the reader left off
   * cannot be placed, the answer follows a `reset`. The topic must have been opened and not ended.
   */
  join(stream: OpenAnswer, role: Role, leftOff: LeftOff): void {
    if (this.#state === null) throw new Error('The topic has no answer yet');
    this.#readers.set(stream, role);
    const { revision } = this.#state;
    if (typeof leftOff === 'string' && leftOff !== 'nowhere') {
      stream.send(eventText('reset', revision, JSON.stringify({ reason: leftOff })));
    }
    if (leftOff !== revision) stream.send(this.textFor(role, this.#state));
    stream.onClose(() => {
      this.#readers.delete(stream);
      if (this.#readers.size === 0) this.end();
    });
  }

  /** The figures may be others: asks again, as soon as it may. */
  news(): void {
    if (this.#busy) this.#again = AsyncLocalStorage.bind(() => this.again());
    else this.again();
  }

  beat(): void {
    for (const stream of this.#readers.keys()) stream.send(HEARTBEAT);
  }

  /** Ends every reader's answer. */
  end(reason?: unknown): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearTimeout(this.#pause);
    for (const stream of this.#readers.keys()) stream.end();
    this.parts.ended(reason);
  }

  /** Where the question cannot be answered the topic ends. */
  private async refresh(): Promise<Outcome<Told>> {
    this.#busy = true;
    this.#again = null;
    const revision = this.parts.revision();
    const outcome = await this.parts.ask().catch((error: unknown) => {
      this.end(error);
      throw error;
    });
    if (typeof outcome === 'symbol' || !outcome.ok) this.end();
    else this.show(outcome.value, revision);
    if (!this.#hasEnded) this.#pause = setTimeout(() => this.goOn(), this.parts.leastMs);
    return outcome;
  }

  private again(): void {
    // Whatever went wrong has been told to `ended`.
    this.refresh().catch(() => undefined);
  }

  private goOn(): void {
    this.#busy = false;
    this.#again?.();
  }

  private show(answer: Told, revision: number): void {
    const { contentOf = allButFreshness } = this.parts;
    const content = contentOf(answer, revision);
    if (content === this.#state?.content) return;
    this.#state = { answer, content, revision };
    const send = this.send.bind(this, this.#state);
    if (this.#readers.size === 0 || this.parts.sending === undefined) send();
    else this.parts.sending(this.#readers.size, send);
  }

  private send(state: State<Told>): void {
    const texts = new Map<Role, string>();
    for (const [stream, role] of this.#readers) {
      const text = texts.get(role) ?? this.textFor(role, state);
      texts.set(role, text);
      stream.send(text);
    }
  }

  private textFor(audience: Role, { answer, revision }: State<Told>): string {
    return eventText(this.parts.event, revision, JSON.stringify({ ...answer, audience }));
  }
}

function allButFreshness(answer: Followed): string {
  return JSON.stringify({ ...answer, freshness: null });
}
