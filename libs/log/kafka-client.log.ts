import { zstdCompress, zstdDecompress } from 'node:zlib';
import { promisify } from 'node:util';
import { Logger } from '@nestjs/common';
import kafkajs, { type Cluster, type Consumer, type Kafka, type LogEntry } from 'kafkajs';
import { onceInAWhile } from './once-in-a-while.rule.js';
import { connectionOf, type KafkaSettings } from './kafka.settings.js';

const { CompressionCodecs, CompressionTypes } = kafkajs;
const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

// kafkajs brings gzip only; the log is written with zstd.
CompressionCodecs[CompressionTypes.ZSTD] = () => ({
  compress: ({ buffer }: { readonly buffer: Buffer }) => compress(buffer),
  decompress: (buffer: Buffer) => decompress(buffer),
});

/** How long the same line is not said again: while a broker is away kafkajs has several of them a second. */
const REPEAT_MS = 10_000;

/** A client that tries again a few times on its own, some seconds at most: what is above it knows how long to wait. */
export function kafkaClient(settings: KafkaSettings): Kafka {
  const logger = new Logger('Kafka');
  const isNews = onceInAWhile(REPEAT_MS, () => performance.now());
  return new kafkajs.Kafka({
    ...connectionOf(settings),
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
    logLevel: kafkajs.logLevel.ERROR,
    logCreator: () => (entry) => {
      const line = lineOf(entry);
      if (isNews(line)) logger.warn(line);
    },
  });
}

/** Of what kafkajs reports, nothing but what went wrong and where: never what a record holds. */
function lineOf({ namespace, log }: LogEntry): string {
  const parts: readonly unknown[] = [`${namespace}: ${log.message}`, log['broker'], log['error']];
  return parts.filter((part) => typeof part === 'string').join(' – ');
}

/** A consumer, and the connections to brokers beneath it. */
export interface ConsumerWithCluster {
  readonly consumer: Consumer;
  readonly cluster: Cluster;
}

/**
 * kafkajs shows its connections to whoever assigns partitions, and that is its only public way to single requests:
 * fetching without a group, committing without its second loop (see the decision record on reading from Kafka).
 */
export function consumerWithCluster(
  kafka: Kafka,
  config: Omit<Parameters<Kafka['consumer']>[0], 'partitionAssigners'>,
): ConsumerWithCluster {
  const shown: Cluster[] = [];
  const consumer = kafka.consumer({
    ...config,
    allowAutoTopicCreation: false,
    readUncommitted: true,
    partitionAssigners: [
      (given) => {
        shown.push(given.cluster);
        return kafkajs.PartitionAssigners.roundRobin(given);
      },
    ],
  });
  const [cluster] = shown;
  if (cluster === undefined) throw new Error('kafkajs has not shown its connections');
  return { consumer, cluster };
}
