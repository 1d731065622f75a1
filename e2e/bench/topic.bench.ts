import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { NewRecord } from '../../libs/log/event-log.port.js';
import { openKafka, type KafkaLog } from '../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import { newTopicFor } from '../../libs/log/new-topic.rule.js';
import { keyOf } from './event-key.parser.js';

/** What has been put on a topic. */
export interface Filled {
  readonly events: number;
  readonly bytes: number;
  /** How long that took. */
  readonly seconds: number;
  /** Where each partition ends. */
  readonly ends: readonly number[];
}

const AT_ONCE = 10_000;

/** Puts every line of a file on a new topic, unchecked, as a producer would who writes to Kafka directly. */
export async function fillTopic(
  { brokers, topic }: { readonly brokers: string; readonly topic: string },
  file: string,
  stopping: AbortSignal,
): Promise<Filled> {
  const settings = kafkaSettings({ brokers, topic, ssl: false, sasl: '', clientId: 'bench' });
  const log = await openKafka(settings, newTopicFor(settings.brokers.length));
  try {
    const begun = performance.now();
    const events = await appendFile(log, file, stopping);
    const seconds = (performance.now() - begun) / 1_000;
    const partitions = Array.from({ length: await log.partitionCount() }, (_, partition) => log.bounds(partition));
    const ends = (await Promise.all(partitions)).map(({ end }) => end);
    return { events, bytes: (await stat(file)).size, seconds, ends };
  } finally {
    await log.close();
  }
}

async function appendFile(log: KafkaLog, file: string, stopping: AbortSignal): Promise<number> {
  let events = 0;
  let waiting: NewRecord[] = [];
  const append = async (): Promise<void> => {
    await log.append(waiting);
    events += waiting.length;
    waiting = [];
  };
  const input = createReadStream(file, { highWaterMark: 1 << 20, signal: stopping });
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    waiting.push({ key: keyOf(text), value: text });
    if (waiting.length === AT_ONCE) await append();
  }
  await append();
  return events;
}
