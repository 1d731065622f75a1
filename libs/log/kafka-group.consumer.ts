import { Logger } from '@nestjs/common';
import type { Cluster, Consumer, ConsumerHeartbeatEvent, Kafka } from 'kafkajs';
import { consumerWithCluster } from './kafka-client.log.js';

export interface KafkaGroupOptions {
  /** Consumers of one group share the partitions. */
  readonly groupId: string;
  /** After how long without a sign of life the others take over, in milliseconds. */
  readonly sessionMs?: number;
  /** After how long without a word from kafkajs the membership counts as lost, in milliseconds; three sessions if not said. */
  readonly silenceMs?: number;
}

/** What a member hears of its group. None of these may throw. */
export interface GroupNews {
  /** These partitions are the member's from now on, and no others. */
  joined(partitions: readonly number[]): void;
  /** The member holds nothing until it has joined again, which it does by itself. */
  lost(): void;
  /** The member is out of the group for good. */
  failed(error: Error): void;
}

/** How often the loop that gives signs of life comes round, and how long leaving takes at most. */
const TURN_MS = 500;

/**
 * Membership of a consumer group, and nothing else: the partitions are paused all the time, so that kafkajs keeps the
 * membership alive and never fetches, hands over or commits.
 */
export class KafkaGroup {
  readonly #logger = new Logger('Kafka');
  readonly #topic: string;
  readonly #groupId: string;
  readonly #consumer: Consumer;
  readonly #cluster: Cluster;
  readonly #positions: () => ReadonlyMap<number, number>;
  readonly #silenceMs: number;
  #lastSign = performance.now();
  #left = false;

  /** `positions` are written to Kafka at each sign of life, for tools that show lag; nothing ever reads them here. */
  constructor(
    kafka: Kafka,
    topic: string,
    { groupId, sessionMs = 10_000, silenceMs = 3 * sessionMs }: KafkaGroupOptions,
    positions: () => ReadonlyMap<number, number>,
  ) {
    const { consumer, cluster } = consumerWithCluster(kafka, {
      groupId,
      sessionTimeout: sessionMs,
      // Who gives signs of life joins again at once; waiting longer would be waiting for the dead.
      rebalanceTimeout: sessionMs,
      heartbeatInterval: Math.min(2_000, sessionMs / 5),
      maxWaitTimeInMs: TURN_MS,
      metadataMaxAge: 30_000,
    });
    this.#topic = topic;
    this.#groupId = groupId;
    this.#consumer = consumer;
    this.#cluster = cluster;
    this.#positions = positions;
    this.#silenceMs = silenceMs;
  }

  /**
   * Whether kafkajs has told nothing for longer than it can take to join: it goes on without a word, and without being a
   * member, where the broker has forgotten it and joining again has failed.
   */
  get isSilent(): boolean {
    return performance.now() - this.#lastSign > this.#silenceMs;
  }

  /** Connects and begins to join; `news` tells when that is done. Rejects where no broker can be reached. */
  async join(news: GroupNews): Promise<void> {
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topics: [this.#topic], fromBeginning: true });
    this.#listen(news);
    this.#lastSign = performance.now();
    this.#consumer.run({ autoCommit: false, eachBatch: () => Promise.resolve() }).catch((error: unknown) => {
      if (!this.#left) news.failed(asError(error));
    });
  }

  /** Nothing more is told afterwards. */
  async leave(): Promise<void> {
    this.#left = true;
    await this.#consumer.disconnect();
  }

  #listen(news: GroupNews): void {
    const { GROUP_JOIN, REBALANCING, CRASH, HEARTBEAT } = this.#consumer.events;
    this.#consumer.on(GROUP_JOIN, ({ payload }) => {
      // Within the same turn, before the first fetch. Throws where the group has been left meanwhile, which ends kafkajs.
      this.#consumer.pause([{ topic: this.#topic }]);
      // kafkajs was about to begin again when it was told to leave: what it has been given nobody would read.
      if (this.#left) throw new Error('the group has been left');
      this.#lastSign = performance.now();
      news.joined(payload.memberAssignment[this.#topic] ?? []);
    });
    this.#consumer.on(REBALANCING, () => {
      if (!this.#left) news.lost();
    });
    this.#consumer.on(CRASH, ({ payload }) => {
      if (this.#left) return;
      // Where it says that it begins again by itself it must be left alone, or there would be two members.
      this.#lastSign = performance.now();
      if (payload.restart) news.lost();
      else news.failed(payload.error);
    });
    this.#consumer.on(HEARTBEAT, ({ payload }) => {
      this.#lastSign = performance.now();
      void this.#commit(payload);
    });
  }

  /** By a request of its own: kafkajs’s `commitOffsets` begins a second loop when the group is changing. */
  async #commit({ memberId, groupGenerationId }: ConsumerHeartbeatEvent['payload']): Promise<void> {
    const partitions = [...this.#positions()].map(([partition, offset]) => ({ partition, offset: String(offset) }));
    if (partitions.length === 0) return;
    const groupId = this.#groupId;
    try {
      const coordinator = await this.#cluster.findGroupCoordinator({ groupId });
      await coordinator.offsetCommit({
        groupId,
        groupGenerationId,
        memberId,
        topics: [{ topic: this.#topic, partitions }],
      });
    } catch (error) {
      this.#logger.debug(`Positions have not been written for lag tools: ${asError(error).message}`);
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
