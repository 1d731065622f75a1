import { randomUUID } from 'node:crypto';
import type { Admin, Kafka } from 'kafkajs';
import { kafkaClient } from './kafka-client.log.js';
import { openKafka, type KafkaLog } from './kafka.log.js';
import { kafkaSettings, type KafkaSettings } from './kafka.settings.js';

/** The brokers of the stack that is running (`npm run stack:up`). */
export function brokersUnderTest(): string {
  const brokers = process.env['CHARTER_KAFKA_BROKERS'];
  if (brokers === undefined) throw new Error('CHARTER_KAFKA_BROKERS is not set: run npm run stack:up, then stack:env');
  return brokers;
}

/** One topic to test, with a name of its own, and what a test needs beside the log. */
export interface TopicUnderTest {
  readonly settings: KafkaSettings;
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly log: KafkaLog;
  /** Closes the log and deletes the topic. */
  readonly remove: () => Promise<void>;
}

export async function makeTopic(partitions: number): Promise<TopicUnderTest> {
  const topic = `charter-test-${randomUUID()}`;
  const settings = kafkaSettings({ brokers: brokersUnderTest(), topic, ssl: false, sasl: '', clientId: 'test' });
  const log = await openKafka(settings, { partitions, replication: 1 });
  const kafka = kafkaClient(settings);
  const admin = kafka.admin();
  await admin.connect();
  const remove = async (): Promise<void> => {
    await log.close();
    await admin.deleteTopics({ topics: [topic] });
    await admin.disconnect();
  };
  return { settings, kafka, admin, log, remove };
}
