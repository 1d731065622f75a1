import type { NewTopic } from './kafka-topic.log.js';

/** Partitions of a topic that is made here (contract: design, "Profiles"). They can never be changed afterwards. */
const PARTITIONS = 12;
const ENOUGH_COPIES = 3;

/** How the event log's topic is made where it is not there: with a copy on each broker, of three at most. */
export function newTopicFor(brokers: number): NewTopic {
  return { partitions: PARTITIONS, replication: Math.min(brokers, ENOUGH_COPIES) };
}
