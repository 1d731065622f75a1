import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog } from '../../libs/log/event-log.port.js';
import { openKafka } from '../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import { newTopicFor } from '../../libs/log/new-topic.rule.js';
import { SqliteLog } from '../../libs/log/sqlite.log.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { lockDataFolder } from '../../libs/store/data-folder.store.js';
import type { AttentionStore } from '../../libs/store/attention-store.port.js';
import type { AuditStore } from '../../libs/store/audit-store.port.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';
import type { ReleaseStore } from '../../libs/store/release-store.port.js';
import { openMongoStore } from '../../libs/store/mongo.store.js';
import { openDatabase } from '../../libs/store/sqlite-database.store.js';
import { SqliteStore } from '../../libs/store/sqlite.store.js';
import { embeddedPartitions } from '../standalone/embedded-system.service.js';

/** There is nothing to read in the data folder. */
export class NoData extends Error {
  readonly code = 'no-data';
  readonly retriable = false;
  constructor(dataFolder: string) {
    super(`There are no events in ${dataFolder} yet. Take some in with: charter ingest <file>`);
  }
}

/** Log and store of the profile that the settings name. */
export interface OpenedSystem {
  readonly log: EventLog;
  readonly store: EngineStore & {
    readonly attention: AttentionStore;
    readonly audit: AuditStore;
    readonly releases: ReleaseStore;
  };
  readonly close: () => Promise<void>;
}

/**
 * For reading, beside whatever runs on it.
 *
 * @throws NoData where nothing has been written to the data folder yet
 */
export function openToRead(settings: Settings): Promise<OpenedSystem> {
  return settings.profile === 'distributed' ? openDistributed(settings, false) : openFolder(settings.dataFolder, false);
}

/**
 * For writing to the store. A data folder is held until it is closed: a running system has it to itself.
 *
 * @throws NoData where nothing has been written to the data folder yet
 * @throws FolderInUse where another process has it
 */
export function openToWrite(settings: Settings): Promise<OpenedSystem> {
  return settings.profile === 'distributed' ? openDistributed(settings, true) : openFolder(settings.dataFolder, true);
}

function openFolder(dataFolder: string, toWrite: boolean): Promise<OpenedSystem> {
  if (!existsSync(join(dataFolder, 'charter.db'))) return Promise.reject(new NoData(dataFolder));
  const lock = toWrite ? lockDataFolder(dataFolder) : null;
  const database = openDatabase(dataFolder, { readOnly: !toWrite });
  const log = new SqliteLog(database, Date.now, embeddedPartitions);
  const store = new SqliteStore(database);
  return Promise.resolve({
    log,
    store,
    close: async () => {
      await log.close();
      await store.close();
      database.close();
      lock?.release();
    },
  });
}

async function openDistributed({ kafka, mongoUrl }: Settings, toWrite: boolean): Promise<OpenedSystem> {
  const reached = kafkaSettings({ ...kafka, clientId: 'charter-cli' });
  const log = await openKafka(reached, toWrite ? newTopicFor(reached.brokers.length) : null);
  try {
    const store = await openMongoStore(mongoUrl, { readOnly: !toWrite });
    return { log, store, close: () => closeBoth(log, store) };
  } catch (error) {
    await log.close();
    throw error;
  }
}

async function closeBoth(log: EventLog, store: EngineStore): Promise<void> {
  await log.close();
  await store.close();
}
