import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isEmpty } from '../../../libs/log/emptiness.rule.js';
import type { EventLog } from '../../../libs/log/event-log.port.js';
import { openKafka } from '../../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../../libs/log/kafka.settings.js';
import { newTopicFor } from '../../../libs/log/new-topic.rule.js';
import type { Settings } from '../../../libs/settings/settings.settings.js';
import { withDatabase } from '../../../libs/store/mongo-url.codec.js';
import { openMongoStore } from '../../../libs/store/mongo.store.js';
import { countToTheEnd, type Counted } from '../../indicators/counting.service.js';
import { openEmbeddedSystem } from '../../standalone/embedded-system.service.js';
import type { KeptBesidesFigures } from './carried-over.service.js';

/** What was copied would not be alone where it was to go. */
export class TargetTaken extends Error {
  readonly code = 'target-taken';
  readonly retriable = false;
  constructor(name: string) {
    super(`There is something at ${name} already. Name a place where there is nothing.`);
  }
}

/** Where the log without the cases goes, with a store of its own. */
export interface ErasureTarget {
  readonly log: EventLog;
  readonly store: KeptBesidesFigures;
  /** Counts all that was copied, where that is not left to the indicators that are started next. */
  readonly count: (counted: Counted) => Promise<void>;
  /** What an operator does next, in words. */
  readonly next: string;
  readonly close: () => Promise<void>;
}

/**
 * Embedded: a new data folder. Distributed: a new topic, with as many partitions as the old one, and a new database on the
 * same server, both of that name.
 *
 * @throws TargetTaken where there is something already
 */
export function openTarget(name: string, settings: Settings, partitions: number): Promise<ErasureTarget> {
  return settings.profile === 'distributed' ? newTopic(name, settings, partitions) : newFolder(name);
}

async function newFolder(folder: string): Promise<ErasureTarget> {
  if (existsSync(join(folder, 'charter.db'))) throw new TargetTaken(folder);
  const { log, store, engine, close } = await openEmbeddedSystem(folder, Date.now, (message, error) => {
    process.stderr.write(`${message}: ${String(error)}\n`);
  });
  return {
    log,
    store,
    count: (counted) => countToTheEnd(log, engine, counted),
    next: `Start with CHARTER_DATA=${folder}. Then delete the old folder and every copy of it.`,
    close,
  };
}

async function newTopic(topic: string, { kafka, mongoUrl }: Settings, partitions: number): Promise<ErasureTarget> {
  const reached = kafkaSettings({ ...kafka, topic, clientId: 'charter-cli' });
  const log = await openKafka(reached, { ...newTopicFor(reached.brokers.length), partitions });
  try {
    if (!(await isEmpty(log))) throw new TargetTaken(`the topic ${topic}`);
    const store = await openMongoStore(withDatabase(mongoUrl, topic));
    const close = async (): Promise<void> => {
      await log.close();
      await store.close();
    };
    if ((await store.generations()).length === 0 && (await store.audit.last()) === null) {
      const next = `Start every service with CHARTER_KAFKA_TOPIC=${topic} and the database ${topic} in CHARTER_MONGO_URL.`;
      const count = (): Promise<void> => Promise.resolve();
      return { log, store, count, next: `${next} Then delete the old topic, the old database and every copy.`, close };
    }
    await store.close();
    throw new TargetTaken(`the database ${topic}`);
  } catch (error) {
    await log.close();
    throw error;
  }
}
