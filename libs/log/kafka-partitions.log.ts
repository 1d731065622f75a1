import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Broker, Cluster, Consumer, Kafka } from 'kafkajs';
import type { Batch } from './assigned-partitions.consumer.js';
import type { Bounds } from './event-log.port.js';
import { consumerWithCluster } from './kafka-client.log.js';
import { closedBroker, isOutOfRange } from './kafka-failure.rule.js';
import { insist } from './kafka-insist.log.js';
import { recordsFrom, type FetchedMessage } from './kafka-record.codec.js';
import { KafkaRefused } from './kafka-refusal.fact.js';
import { refuseUnknownPartition } from './partitioner.rule.js';

/** How long a broker may take to answer, all attempts together; afterwards the log counts as unavailable. */
const ANSWER_MS = 5_000;
/** After which time it is looked up again how many partitions there are, and who leads them. */
const METADATA_MS = 10_000;
const MOST_BYTES = 16 << 20;

/** What a broker answers of one partition. */
interface FetchedPartition {
  readonly messages: readonly FetchedMessage[];
  /** Offset that the next record will get which all replicas have. */
  readonly highWatermark: string;
}

interface Fetched {
  readonly responses: readonly { readonly partitions: readonly FetchedPartition[] }[];
}

/**
 * Reads the partitions of one topic, each from any offset, by single requests: no group stands behind it, nothing is left
 * behind on the broker, and requests may be made at the same time. What passes is tried again for 5 seconds, then rejects
 * with LogUnavailable.
 */
export class KafkaPartitions {
  readonly #topic: string;
  readonly #consumer: Consumer;
  readonly #cluster: Cluster;
  #known = { count: 0, since: -Infinity };
  #waiting: Promise<void> = Promise.resolve();
  #allBounds: Promise<ReadonlyMap<number, Bounds>> | null = null;

  constructor(kafka: Kafka, topic: string) {
    this.#topic = topic;
    // It never runs, so its group never comes to be.
    const { consumer, cluster } = consumerWithCluster(kafka, { groupId: 'none', metadataMaxAge: METADATA_MS });
    this.#consumer = consumer;
    this.#cluster = cluster;
  }

  async count(): Promise<number> {
    const count = await this.#answer(async () => {
      await this.#meet();
      return this.#cluster.findTopicPartitionMetadata(this.#topic).length;
    });
    this.#known = { count, since: performance.now() };
    return count;
  }

  /** What was last counted, without waiting; where that was a while ago, it is counted again meanwhile. */
  lastCount(): number {
    if (performance.now() > this.#known.since + METADATA_MS) {
      this.#known = { ...this.#known, since: performance.now() };
      // Whoever needs the broker's answer will hear that it gives none.
      this.count().catch(() => undefined);
    }
    return this.#known.count;
  }

  /** What is asked within one turn of the event loop is one question to the broker, asked afterwards. */
  async bounds(partition: number): Promise<Bounds> {
    this.#allBounds ??= this.#askBounds();
    const all = await this.#allBounds;
    refuseUnknownPartition(partition, all.size);
    return all.get(partition) ?? { start: 0, end: 0 };
  }

  /**
   * Records of a partition from offset `from` on, about as many as fit in `bytes`; none only at its end.
   *
   * @throws KafkaRefused (`offset-gone`) where `from` lies before the first record kept, or beyond the next to come
   */
  async read(partition: number, from: number, bytes: number): Promise<Batch> {
    try {
      const { messages, highWatermark } = await this.#answer(() => this.#fetch(partition, from, bytes));
      const records = recordsFrom(messages, partition, from);
      return { records, isAll: from + records.length >= Number(highWatermark) };
    } catch (error) {
      if (!isOutOfRange(error)) throw error;
      throw new KafkaRefused('offset-gone', `partition ${partition} does not hold offset ${from}`);
    }
  }

  /** Resolves when one of the partitions may hold a record at the offset named for it, or after `milliseconds`. */
  grown(offsets: ReadonlyMap<number, number>, milliseconds: number): Promise<void> {
    const waiting = this.#awaitOne(offsets, milliseconds);
    this.#waiting = waiting.catch(() => undefined);
    return waiting;
  }

  /** Lets the wait under way end first: it might connect again afterwards. */
  async close(): Promise<void> {
    await this.#waiting;
    await this.#consumer.disconnect();
  }

  async #awaitOne(offsets: ReadonlyMap<number, number>, milliseconds: number): Promise<void> {
    await this.#meet();
    const leaders = this.#cluster.findLeaderForPartitions(this.#topic, [...offsets.keys()]);
    const waits = Object.entries(leaders).map(async ([nodeId, partitions]) => {
      const broker = await this.#cluster.findBroker({ nodeId });
      const wanted = partitions.map((partition) => ({ partition, offset: offsets.get(partition) ?? 0, bytes: 1 }));
      await this.#request(broker, wanted, milliseconds);
    });
    await Promise.race(waits);
  }

  async #fetch(partition: number, from: number, bytes: number): Promise<FetchedPartition> {
    await this.#meet();
    refuseUnknownPartition(partition, this.#cluster.findTopicPartitionMetadata(this.#topic).length);
    const [nodeId] = Object.keys(this.#cluster.findLeaderForPartitions(this.#topic, [partition]));
    const broker = await this.#cluster.findBroker({ nodeId: nodeId ?? '' });
    const { responses } = await this.#request(broker, [{ partition, offset: from, bytes }], 0);
    return responses[0]?.partitions[0] ?? { messages: [], highWatermark: '0' };
  }

  async #request(
    broker: Broker,
    wanted: readonly { readonly partition: number; readonly offset: number; readonly bytes: number }[],
    maxWaitTime: number,
  ): Promise<Fetched> {
    const partitions = wanted.map(({ partition, offset, bytes }) => ({
      partition,
      fetchOffset: String(offset),
      maxBytes: bytes,
    }));
    // What an open transaction has written is read as it lies: positions must not depend on when somebody reads.
    return (await broker.fetch({
      isolationLevel: 0,
      maxWaitTime,
      minBytes: 1,
      maxBytes: MOST_BYTES,
      topics: [{ topic: this.#topic, partitions }],
    })) as Fetched;
  }

  async #askBounds(): Promise<ReadonlyMap<number, Bounds>> {
    await nextTurn();
    this.#allBounds = null;
    return this.#answer(async () => {
      await this.#meet();
      const partitions = this.#cluster
        .findTopicPartitionMetadata(this.#topic)
        .map(({ partitionId }) => ({ partition: partitionId }));
      const [starts, ends] = await Promise.all([this.#edges(partitions, true), this.#edges(partitions, false)]);
      return new Map([...ends].map(([partition, end]) => [partition, { start: starts.get(partition) ?? 0, end }]));
    });
  }

  async #edges(partitions: { partition: number }[], fromBeginning: boolean): Promise<ReadonlyMap<number, number>> {
    const [found] = await this.#cluster.fetchTopicsOffset([{ topic: this.#topic, partitions, fromBeginning }]);
    return new Map(found?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
  }

  async #meet(): Promise<void> {
    await this.#cluster.addMultipleTargetTopics([this.#topic]);
    await this.#cluster.refreshMetadataIfNecessary();
  }

  #answer<T>(ask: () => Promise<T>): Promise<T> {
    return insist(ANSWER_MS, ask, (error) => this.#lookAgain(error));
  }

  /** Forgets what an error has shown to be out of date. */
  async #lookAgain(error: unknown): Promise<void> {
    const closed = closedBroker(error);
    if (closed !== null) this.#cluster.removeBroker(closed);
    // Where this fails too, the next attempt says so.
    await this.#cluster.refreshMetadata().catch(() => undefined);
  }
}
