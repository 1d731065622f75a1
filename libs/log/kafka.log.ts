import type { Kafka } from 'kafkajs';
import { LogUnavailable, type Bounds, type EventLog, type LogRecord, type NewRecord } from './event-log.port.js';
import { kafkaClient } from './kafka-client.log.js';
import { isPassing } from './kafka-failure.rule.js';
import { KafkaPartitions } from './kafka-partitions.log.js';
import { KafkaProducer } from './kafka-producer.log.js';
import { KafkaRefused } from './kafka-refusal.fact.js';
import { holdTopic, type NewTopic } from './kafka-topic.log.js';
import type { KafkaSettings } from './kafka.settings.js';
import { promised } from '../store/promised.rule.js';
import { placeOf } from './partitioner.rule.js';

/** What an event takes on the log, compressed, to ask for about as many bytes as the records asked for will have. */
const EVENT_BYTES = 64;
const MOST_READ_BYTES = 8 << 20;

/** The event log as a Kafka topic. Append times are the broker's; where its clock goes backwards, so do they. */
export class KafkaLog implements EventLog {
  readonly #partitions: KafkaPartitions;
  readonly #producer: KafkaProducer;
  /** What a read has brought beyond its limit, by partition: the next one often goes on there. */
  readonly #rest = new Map<number, readonly LogRecord[]>();
  #closed = false;

  private constructor(kafka: Kafka, topic: string) {
    this.#partitions = new KafkaPartitions(kafka, topic);
    this.#producer = new KafkaProducer(kafka, topic);
  }

  /** Connects for reading and for appending. The topic is taken as it is: `openKafka` checks it. */
  static async open(kafka: Kafka, topic: string): Promise<KafkaLog> {
    const log = new KafkaLog(kafka, topic);
    try {
      await log.partitionCount();
      await log.#producer.connect();
      return log;
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  partitionCount(): Promise<number> {
    return this.#partitions.count();
  }

  append(records: readonly NewRecord[]): Promise<void> {
    return promised(() => {
      if (this.#closed) throw new LogUnavailable('the log is closed');
      const count = this.#partitions.lastCount();
      return this.#producer.append(records.map((record) => ({ record, partition: placeOf(record, count) })));
    });
  }

  bounds(partition: number): Promise<Bounds> {
    return this.#partitions.bounds(partition);
  }

  async read(partition: number, from: number, limit: number): Promise<readonly LogRecord[]> {
    const records = this.#takeRest(partition, from) ?? (await this.#fetch(partition, from, limit));
    if (records.length <= limit) return records;
    if (limit > 1) this.#rest.set(partition, records.slice(limit));
    return records.slice(0, limit);
  }

  /** Waits for the appends under way. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#producer.close();
    await this.#partitions.close();
  }

  #takeRest(partition: number, from: number): readonly LogRecord[] | null {
    const rest = this.#rest.get(partition);
    if (rest?.[0]?.offset !== from) return null;
    this.#rest.delete(partition);
    return rest;
  }

  async #fetch(partition: number, from: number, limit: number): Promise<readonly LogRecord[]> {
    const bytes = Math.min(limit * EVENT_BYTES, MOST_READ_BYTES);
    try {
      return (await this.#partitions.read(partition, from, bytes)).records;
    } catch (error) {
      if (!(error instanceof KafkaRefused) || error.code !== 'offset-gone') throw error;
      const { start } = await this.#partitions.bounds(partition);
      return from < start ? this.#fetch(partition, start, limit) : [];
    }
  }
}

/**
 * Opens the event log on a Kafka topic that is fit for it; makes the topic where `create` says how.
 *
 * @throws KafkaRefused where the topic is missing or unfit
 * @throws LogUnavailable where no broker answers
 */
export async function openKafka(settings: KafkaSettings, create: NewTopic | null): Promise<KafkaLog> {
  const kafka = kafkaClient(settings);
  const admin = kafka.admin();
  try {
    await admin.connect();
    await holdTopic(admin, settings.topic, create);
    return await KafkaLog.open(kafka, settings.topic);
  } catch (error) {
    if (!isPassing(error)) throw error;
    throw new LogUnavailable('Kafka cannot be reached', { cause: error });
  } finally {
    await admin.disconnect();
  }
}
