import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { degreeFor } from '../../../libs/access/permission.rule.js';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import { notReady } from '../../../libs/problems/not-ready.exception.js';
import { DecidingAhead } from '../controlled/deciding-ahead.service.js';
import { PublicationSteps } from '../controlled/publication-steps.service.js';
import type { EventStream } from './event-stream.service.js';
import { FollowingService } from '../following/following.service.js';
import { ObservationTopic, type Outcome } from './observation-topic.service.js';
import type { ObservationsDto } from '../observations/observations.dto.js';
import { ObservationsService } from '../observations/observations.service.js';
import { STREAM_SETTINGS, type StreamSettings } from '../query.settings.js';
import { FiguresTelemetry } from '../telemetry/figures-telemetry.service.js';
import { readLastEventId, Revisions } from './revision.rule.js';

/** Who follows a question, and the `Last-Event-ID` that they came with. */
export interface Reader {
  readonly role: Role;
  readonly lastEventId: string | undefined;
}

/** Readers of one kind of figures share topics. */
type Kind = 'exact' | 'controlled';

/** Keeps answers open and up to date: all readers of the same question share one topic. */
@Injectable()
export class ObservationStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ObservationStreams.name);
  private readonly topics: Readonly<Record<Kind, Map<string, ObservationTopic>>> = {
    exact: new Map(),
    controlled: new Map(),
  };
  private readonly revisions: Revisions;
  private today: Day;
  private beating: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    @Inject(ObservationsService) private readonly observations: ObservationsService,
    @Inject(FollowingService) private readonly following: FollowingService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STREAM_SETTINGS) private readonly settings: StreamSettings,
    @Inject(FiguresTelemetry) private readonly telemetry: FiguresTelemetry,
    @Inject(PublicationSteps) private readonly steps: PublicationSteps,
    @Inject(DecidingAhead) private readonly ahead: DecidingAhead,
  ) {
    this.revisions = new Revisions(clock());
    this.today = localDay(clock());
  }

  /** How many follow some question. */
  get readers(): number {
    return this.everyTopic().reduce((sum, topic) => sum + topic.readers, 0);
  }

  onApplicationBootstrap(): void {
    this.following.onNews(() => this.tell('exact'));
    this.ahead.onStep(() => this.tell('controlled'));
    this.beating = setInterval(() => this.beat(), this.settings.heartbeatMs);
  }

  /** Ends every open answer: a connection that stayed open would keep the application from stopping. */
  beforeApplicationShutdown(): void {
    this.isStopping = true;
    clearInterval(this.beating);
    for (const topic of this.everyTopic()) topic.end();
  }

  /**
   * Begins a stream of answers about the present period, as known now; the same answer or refusal as that of
   * `GET /v1/observations`. `begin` is called only where there is an answer.
   */
  async open(query: ObservationsDto, reader: Reader, begin: () => EventStream): Promise<Outcome> {
    for (;;) {
      if (this.isStopping) throw notReady('The service is stopping.');
      const kind = degreeFor(reader.role, 'read-figures') === 'controlled' ? 'controlled' : 'exact';
      const topic = this.topicOf(query, kind);
      const outcome = await topic.opened;
      if (typeof outcome === 'symbol' || !outcome.ok) return outcome;
      // Its last reader may have left while this one waited.
      if (topic.hasEnded) continue;
      topic.join(begin(), reader.role, readLastEventId(reader.lastEventId, this.revisions));
      return outcome;
    }
  }

  private topicOf(query: ObservationsDto, kind: Kind): ObservationTopic {
    const key = keyOf(query);
    const topics = this.topics[kind];
    const known = topics.get(key);
    if (known !== undefined) return known;
    const topic = new ObservationTopic({
      event: 'observations',
      ask: () => (kind === 'exact' ? this.askAboutToday(query) : this.askAtStep(query)),
      revision: () => this.revisions.latest,
      leastMs: this.settings.leastMs,
      sending: (readers, send) => this.telemetry.sending(readers, send),
      ended: (reason) => {
        if (topics.get(key) === topic) topics.delete(key);
        if (reason !== undefined) this.logger.error('A question that is followed could not be answered', reason);
      },
    });
    topics.set(key, topic);
    return topic;
  }

  /** For staff; each reader is told its own role. */
  private askAboutToday({ measure, grain, by, filter }: ObservationsDto): Promise<Outcome> {
    const today = formatDay(localDay(this.clock()));
    return this.observations.answer({ measure, grain, by, filter, from: today, to: today }, 'staff');
  }

  /** For scrutiny: the period that contains the last day of the current publication step. */
  private async askAtStep({ measure, grain, by, filter }: ObservationsDto): Promise<Outcome> {
    const asOf = formatDay(await this.steps.current());
    return this.observations.answer({ measure, grain, by, filter, from: asOf, to: asOf, asOf }, 'scrutiny');
  }

  private tell(kind: Kind): void {
    this.revisions.advance(this.clock());
    for (const topic of this.topics[kind].values()) topic.news();
  }

  /** With a new day the period may be another, and what depends on the clock too. */
  private beat(): void {
    for (const topic of this.everyTopic()) topic.beat();
    const today = localDay(this.clock());
    if (today === this.today) return;
    this.today = today;
    this.tell('exact');
  }

  private everyTopic(): readonly ObservationTopic[] {
    return Object.values(this.topics).flatMap((topics) => [...topics.values()]);
  }
}

/** Equal for queries that ask the same. */
function keyOf({ measure, grain, by, filter }: ObservationsDto): string {
  return JSON.stringify([measure, grain, by, filter.map(({ dimension, code }) => [dimension, code]).sort()]);
}
