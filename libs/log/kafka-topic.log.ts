import kafkajs, { type Admin } from 'kafkajs';
import { insist } from './kafka-insist.log.js';
import { KafkaRefused } from './kafka-refusal.fact.js';

const { ConfigResourceTypes } = kafkajs;

/** How long it may take until every broker knows a topic that has just been made. */
const KNOWN_MS = 10_000;

/** How to make the topic where it is not there. */
export interface NewTopic {
  readonly partitions: number;
  /** How many brokers keep each partition. */
  readonly replication: number;
}

/** A topic's settings that the log depends on. */
export type TopicConfig = Readonly<Record<string, string>>;

/** Compressions that can be read here; the broker compresses anew what comes otherwise. */
const readable = ['zstd', 'gzip', 'uncompressed'];

/**
 * Makes sure that the topic is there and keeps what it is given: makes it where `create` says how, refuses it where it is
 * configured otherwise.
 *
 * @throws KafkaRefused where it is missing or unfit
 * @throws LogUnavailable where the brokers do not come to know it
 */
export async function holdTopic(admin: Admin, topic: string, create: NewTopic | null): Promise<void> {
  const isThere = (await admin.listTopics()).includes(topic);
  if (!isThere && create === null) {
    throw new KafkaRefused('topic-missing', `Kafka has no topic ${topic}. Make it, or allow this process to.`);
  }
  if (!isThere && create !== null) {
    const { partitions, replication } = create;
    const configEntries = configOf(replication);
    // Answers false where another process was first.
    await admin.createTopics({
      topics: [{ topic, numPartitions: partitions, replicationFactor: replication, configEntries }],
      waitForLeaders: false,
    });
  }
  // Brokers hear of a new topic one after the other.
  refuseUnfit(topic, await insist(KNOWN_MS, () => configured(admin, topic)));
}

/** What a new topic is made with: append times, nothing ever deleted, acknowledged by all replicas but one. */
export function configOf(replication: number): { name: string; value: string }[] {
  return [
    { name: 'message.timestamp.type', value: 'LogAppendTime' },
    { name: 'retention.ms', value: '-1' },
    { name: 'retention.bytes', value: '-1' },
    { name: 'cleanup.policy', value: 'delete' },
    { name: 'compression.type', value: 'zstd' },
    { name: 'min.insync.replicas', value: String(Math.max(1, replication - 1)) },
  ];
}

/** @throws KafkaRefused where the log could not rest on a topic with these settings */
export function refuseUnfit(topic: string, config: TopicConfig): void {
  const refuse = (...[code, name, wanted]: [KafkaRefused['code'], string, string]): never => {
    throw new KafkaRefused(code, `topic ${topic} has ${name}=${config[name] ?? ''} and needs ${wanted}`);
  };
  if (config['message.timestamp.type'] !== 'LogAppendTime') {
    refuse('topic-timestamps', 'message.timestamp.type', 'LogAppendTime');
  }
  if (config['cleanup.policy']?.includes('compact') === true) refuse('topic-compacted', 'cleanup.policy', 'delete');
  if (!readable.includes(config['compression.type'] ?? '')) {
    refuse('topic-compression', 'compression.type', `one of ${readable.join(', ')}`);
  }
}

async function configured(admin: Admin, topic: string): Promise<TopicConfig> {
  const configNames = ['message.timestamp.type', 'cleanup.policy', 'compression.type'];
  await admin.fetchTopicMetadata({ topics: [topic] });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configNames }],
  });
  const entries = resources.flatMap(({ configEntries }) => configEntries);
  return Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
}
