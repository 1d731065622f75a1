import { Logger } from '@nestjs/common';
import { AssignedPartitions, type Batch } from './assigned-partitions.consumer.js';
import { LogUnavailable, type LogConsumer, type PartitionHandler } from './event-log.port.js';
import { kafkaClient } from './kafka-client.log.js';
import { isPassing } from './kafka-failure.rule.js';
import { KafkaGroup, type GroupNews, type KafkaGroupOptions } from './kafka-group.consumer.js';
import { KafkaPartitions } from './kafka-partitions.log.js';
import type { KafkaSettings } from './kafka.settings.js';
import { withinTime } from './time-limit.rule.js';

/** About how much is read of a partition at once, compressed: some thousand events. */
const READ_BYTES = 256 << 10;
/** How long a broker is asked to wait for something new; afterwards it is asked again. */
const GROWN_MS = 500;
/** After how long it is tried again where nothing was answered. */
const RETRY_MS = 1_000;
const LEAVE_MS = 5_000;

/** What has become of the membership since it was last looked at: the partitions now held, or its end. */
type Change = { readonly held: readonly number[] } | { readonly failed: Error };

/**
 * Reads a topic's partitions as a member of a consumer group. The group says which partitions; where to read on says their
 * owner, never the group. On every change of the group all partitions are revoked first, also those that stay. While the
 * broker is away it is asked again and again.
 */
export class KafkaConsumer implements LogConsumer, GroupNews {
  readonly #logger = new Logger('Kafka');
  readonly #partitions: KafkaPartitions;
  /** With connections of its own: a broker answers nothing else on one where it has been asked to wait. */
  readonly #watch: KafkaPartitions;
  readonly #newGroup: () => KafkaGroup;
  #group: KafkaGroup;
  #assigned: AssignedPartitions | null = null;
  #ended: Promise<void> | null = null;
  #stopping = false;
  #change: Change | null = null;
  #endWait: () => void = () => undefined;

  constructor(settings: KafkaSettings, options: KafkaGroupOptions) {
    const kafka = kafkaClient(settings);
    this.#partitions = new KafkaPartitions(kafka, settings.topic);
    this.#watch = new KafkaPartitions(kafka, settings.topic);
    const positions = (): ReadonlyMap<number, number> => this.#assigned?.positions() ?? new Map<number, number>();
    this.#newGroup = () => new KafkaGroup(kafka, settings.topic, options, positions);
    this.#group = this.#newGroup();
  }

  start(handler: PartitionHandler): Promise<{ readonly ended: Promise<void> }> {
    if (this.#ended !== null) return Promise.reject(new Error('the consumer has been started already'));
    const ended = this.#run(new AssignedPartitions(handler, (partition, from) => this.#read(partition, from)));
    this.#ended = ended;
    return Promise.resolve({ ended });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#endWait();
    // What ended the reading is told by `ended`.
    await this.#ended?.catch(() => undefined);
  }

  joined(partitions: readonly number[]): void {
    this.#changed({ held: partitions });
  }

  lost(): void {
    this.#changed({ held: [] });
  }

  failed(error: Error): void {
    this.#changed({ failed: error });
  }

  #changed(change: Change): void {
    if (this.#change !== null && 'failed' in this.#change) return;
    this.#change = change;
    this.#endWait();
  }

  async #run(assigned: AssignedPartitions): Promise<void> {
    this.#assigned = assigned;
    try {
      await this.#join();
      while (!this.#stopping) {
        await this.#take(assigned);
        if (this.#group.isSilent) await this.#joinAnew(assigned, 'it has given no sign of life');
        const moved = await assigned.goRound(() => this.#stopping || this.#change !== null);
        if (!moved) await this.#standstill(assigned.positions());
      }
      await assigned.release();
    } finally {
      await this.#leave();
    }
  }

  async #take(assigned: AssignedPartitions): Promise<void> {
    const change = this.#change;
    if (change === null) return;
    this.#change = null;
    if ('held' in change) {
      await assigned.release();
      assigned.hold(change.held);
    } else if (isPassing(change.failed)) await this.#joinAnew(assigned, change.failed.message);
    else throw change.failed;
  }

  /** With a new membership: kafkajs has given up the one there was, or goes on without it. */
  async #joinAnew(assigned: AssignedPartitions, why: string): Promise<void> {
    this.#logger.warn(`The group is joined anew: ${why}`);
    await assigned.release();
    const left = this.#group;
    this.#group = this.#newGroup();
    this.#change = null;
    await this.#inTime(left.leave());
    await this.#join();
  }

  async #join(): Promise<void> {
    while (!this.#stopping) {
      try {
        await this.#group.join(this);
        return;
      } catch (error) {
        if (!isPassing(error)) throw error;
        this.#logger.warn(`The group cannot be joined yet: ${error instanceof Error ? error.message : String(error)}`);
        await this.#wait(RETRY_MS);
      }
    }
  }

  async #read(partition: number, from: number): Promise<Batch | null> {
    try {
      return await this.#partitions.read(partition, from, READ_BYTES);
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      this.#logger.warn(`Partition ${partition} cannot be read: ${error.message}`);
      return null;
    }
  }

  /** Waits until there may be more to read, the group has changed, or it is time to look again. */
  async #standstill(positions: ReadonlyMap<number, number>): Promise<void> {
    const waited = this.#wait(RETRY_MS);
    // Whatever is wrong with the partitions, the next read says so.
    if (positions.size > 0) this.#watch.grown(positions, GROWN_MS).then(this.#endWait, () => undefined);
    await waited;
  }

  #wait(milliseconds: number): Promise<void> {
    if (this.#stopping || this.#change !== null) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #leave(): Promise<void> {
    await this.#inTime(Promise.all([this.#group.leave(), this.#partitions.close(), this.#watch.close()]));
  }

  async #inTime(leaving: Promise<unknown>): Promise<void> {
    try {
      await withinTime(LEAVE_MS, leaving, () => new Error('the group has not been left in time'));
    } catch (error) {
      this.#logger.warn(error instanceof Error ? error.message : String(error));
    }
  }
}
