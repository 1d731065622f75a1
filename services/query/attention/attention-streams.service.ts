import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { degreeFor } from '../../../libs/access/permission.rule.js';
import type { Role } from '../../../libs/access/role.rule.js';
import { notReady } from '../../../libs/problems/not-ready.exception.js';
import { DecidingAhead } from '../controlled/deciding-ahead.service.js';
import { PublicationSteps } from '../controlled/publication-steps.service.js';
import { STREAM_SETTINGS, type StreamSettings } from '../query.settings.js';
import type { EventStream } from '../stream/event-stream.service.js';
import { ObservationTopic } from '../stream/observation-topic.service.js';
import { readLastEventId } from '../stream/revision.rule.js';
import { AttentionService, type Attention } from './attention.service.js';
import { KeptChanges } from './kept-changes.service.js';

/**
 * Keeps open answers up to date with every change of state. The revision of an answer is the number of the last change, so
 * it only grows, also where the process is started again or another one answers. For whoever sees controlled figures only
 * it is the last day of the publication step, as a number: they are told once a step.
 */
@Injectable()
export class AttentionStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AttentionStreams.name);
  private topic: ObservationTopic<Attention> | null = null;
  private controlledTopic: ObservationTopic<Attention> | null = null;
  private beating: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    @Inject(AttentionService) private readonly attention: AttentionService,
    @Inject(KeptChanges) private readonly kept: KeptChanges,
    @Inject(STREAM_SETTINGS) private readonly settings: StreamSettings,
    @Inject(PublicationSteps) private readonly steps: PublicationSteps,
    @Inject(DecidingAhead) private readonly ahead: DecidingAhead,
  ) {}

  onApplicationBootstrap(): void {
    this.kept.onNews(() => this.topic?.news());
    this.ahead.onStep(() => this.controlledTopic?.news());
    this.beating = setInterval(() => {
      this.topic?.beat();
      this.controlledTopic?.beat();
    }, this.settings.heartbeatMs);
  }

  /** Ends every open answer: a connection that stayed open would keep the application from stopping. */
  beforeApplicationShutdown(): void {
    this.isStopping = true;
    clearInterval(this.beating);
    this.topic?.end();
    this.controlledTopic?.end();
  }

  /** Begins a stream of what `GET /v1/attention` answers now and after every change. */
  async open(role: Role, lastEventId: string | undefined, begin: () => EventStream): Promise<void> {
    for (;;) {
      if (this.isStopping) throw notReady('The service is stopping.');
      const isControlled = degreeFor(role, 'read-figures') === 'controlled';
      const topic = isControlled
        ? (this.controlledTopic ??= this.newControlledTopic())
        : (this.topic ??= this.newTopic());
      await topic.opened;
      // Its last reader may have left while this one waited.
      if (topic.hasEnded) continue;
      topic.join(
        begin(),
        role,
        readLastEventId(lastEventId, { first: 0, latest: isControlled ? this.step : this.number }),
      );
      return;
    }
  }

  private get number(): number {
    return this.kept.last?.number ?? 0;
  }

  /** The newest step that has come, counted or not. */
  private get step(): number {
    return this.steps.newest(1)[0] ?? 0;
  }

  private newControlledTopic(): ObservationTopic<Attention> {
    const topic = new ObservationTopic<Attention>({
      event: 'attention',
      ask: () => this.attention.answer({}, 'scrutiny'),
      revision: () => this.step,
      leastMs: this.settings.leastMs,
      ended: (reason) => {
        if (this.controlledTopic === topic) this.controlledTopic = null;
        if (reason !== undefined) this.logger.error('Attention that is followed could not be answered', reason);
      },
    });
    return topic;
  }

  private newTopic(): ObservationTopic<Attention> {
    const topic = new ObservationTopic<Attention>({
      event: 'attention',
      ask: () => this.attention.answer({}, 'staff'),
      revision: () => this.number,
      contentOf: (_, revision) => String(revision),
      leastMs: this.settings.leastMs,
      ended: (reason) => {
        if (this.topic === topic) this.topic = null;
        if (reason !== undefined) this.logger.error('Attention that is followed could not be answered', reason);
      },
    });
    return topic;
  }
}
