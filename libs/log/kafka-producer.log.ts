import kafkajs, { type Kafka, type Message, type Producer } from 'kafkajs';
import { LogUnavailable, type NewRecord } from './event-log.port.js';
import { splitIntoBlocks } from './record-block.codec.js';
import { SendQueue } from './send-queue.log.js';
import { withinTime } from './time-limit.rule.js';

const { CompressionTypes, Partitioners } = kafkajs;

/** How long an append may take before it counts as failed (contract: 503 after 5 s). */
const APPEND_MS = 5_000;
/** Most bytes of one partition in a request, before compression: well below the 1 MiB that a broker takes by default. */
const BATCH_BYTES = 768 << 10;
/** Most records sent in one go. */
const MOST_RECORDS = 20_000;

export interface PlacedRecord {
  readonly record: NewRecord;
  readonly partition: number;
}

/**
 * Appends to one topic: idempotent, acknowledged by all replicas in sync, one request under way. After a failure the
 * producer is given up: kafkajs would use the failed records' sequence numbers again, for which a broker that has got
 * those records after all takes the next ones for a repetition, and acknowledges without keeping them.
 */
export class KafkaProducer {
  readonly #kafka: Kafka;
  readonly #topic: string;
  readonly #queue = new SendQueue<PlacedRecord>((placed, since) => this.#sendInTime(placed, since), MOST_RECORDS);
  #producer: Promise<Producer> | null = null;

  constructor(kafka: Kafka, topic: string) {
    this.#kafka = kafka;
    this.#topic = topic;
  }

  /** Connects, so that the first append does not have to. */
  async connect(): Promise<void> {
    await this.#connected();
  }

  /** Resolves once the records are durable; rejects with LogUnavailable otherwise, and some may be on the log. */
  append(placed: readonly PlacedRecord[]): Promise<void> {
    return placed.length === 0 ? Promise.resolve() : this.#queue.add(placed);
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    await this.#queue.settled();
    await this.#giveUp(Promise.resolve());
  }

  async #sendInTime(placed: readonly PlacedRecord[], since: number): Promise<void> {
    const rest = Math.max(0, since + APPEND_MS - performance.now());
    const given = { up: false };
    const sending = this.#send(placed, given);
    try {
      await withinTime(rest, sending, () => new LogUnavailable('Kafka has not taken the records in time'));
    } catch (error) {
      given.up = true;
      void this.#giveUp(sending);
      if (error instanceof LogUnavailable) throw error;
      throw new LogUnavailable('Kafka cannot take the records', { cause: error });
    }
  }

  async #send(placed: readonly PlacedRecord[], given: { readonly up: boolean }): Promise<void> {
    const producer = await this.#connected();
    for (const messages of requestsOf(placed)) {
      if (given.up) return;
      await producer.send({
        topic: this.#topic,
        messages,
        acks: -1,
        timeout: APPEND_MS,
        compression: CompressionTypes.ZSTD,
      });
    }
  }

  #connected(): Promise<Producer> {
    this.#producer ??= connect(this.#kafka);
    return this.#producer;
  }

  /** Disconnected only when it has stopped sending: it would connect again by itself. */
  async #giveUp(sending: Promise<void>): Promise<void> {
    const producer = this.#producer;
    this.#producer = null;
    await sending.catch(() => undefined);
    await producer?.then((one) => one.disconnect()).catch(() => undefined);
  }
}

async function connect(kafka: Kafka): Promise<Producer> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  try {
    await producer.connect();
    return producer;
  } catch (error) {
    await producer.disconnect();
    throw error;
  }
}

/** Cut so that no partition's share of a request is too large; a partition's records stay in order. */
export function requestsOf(placed: readonly PlacedRecord[]): readonly Message[][] {
  const requests: Message[][] = [];
  for (const [partition, share] of Map.groupBy(placed, (one) => one.partition)) {
    const blocks = splitIntoBlocks(
      share.map(({ record }) => record),
      BATCH_BYTES,
    );
    for (const [index, block] of blocks.entries()) {
      const request = (requests[index] ??= []);
      for (const { key, value, headers } of block) request.push({ key, value, partition, headers: { ...headers } });
    }
  }
  return requests;
}
