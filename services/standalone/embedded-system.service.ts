import { hostname } from 'node:os';
import { formatInstant } from '../../libs/calendars/instant.calendar.js';
import type { Clock } from '../../libs/calendars/clock.port.js';
import { PollingConsumer } from '../../libs/log/polling.consumer.js';
import { SqliteLog } from '../../libs/log/sqlite.log.js';
import { loadRegister } from '../../libs/register/register.store.js';
import type { Register } from '../../libs/register/register.fact.js';
import { lockDataFolder } from '../../libs/store/data-folder.store.js';
import { openDatabase } from '../../libs/store/sqlite-database.store.js';
import { SqliteStore } from '../../libs/store/sqlite.store.js';
import { unwatched, type EngineWatch } from '../indicators/engine-watch.port.js';
import type { Engine } from '../indicators/engine.service.js';
import { openEngine } from '../indicators/open-engine.service.js';

export const embeddedPartitions = 6;
/** Milliseconds from one look for new events to the next. */
const pollMs = 200;
/** Unchanged cases kept in memory, for each partition. */
const cachedCases = 20_000;

/** Log, store and engine in one process on one data folder, which they hold until they are closed. */
export interface EmbeddedSystem {
  readonly log: SqliteLog;
  readonly store: SqliteStore;
  readonly register: Register;
  readonly engine: Engine;
  /** The generation that the engine writes to. */
  readonly generation: string;
  readonly consumer: PollingConsumer;
  /** Gives the folder back. The consumer must have been stopped. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the data folder for writing, creating it if there is none.
 *
 * @throws FolderInUse where another process has it
 */
export async function openEmbeddedSystem(
  dataFolder: string,
  clock: Clock,
  alarm: (message: string, error: unknown) => void,
  watch: EngineWatch = unwatched,
): Promise<EmbeddedSystem> {
  const register = loadRegister();
  const lock = lockDataFolder(dataFolder, { pid: process.pid, host: hostname(), started: formatInstant(clock()) });
  const database = openDatabase(dataFolder);
  const log = new SqliteLog(database, clock, embeddedPartitions);
  const store = new SqliteStore(database);
  const { engine, generation } = await openEngine({ log, store, register, cachedCases, alarm, watch });
  return {
    log,
    store,
    register,
    engine,
    generation,
    consumer: new PollingConsumer(log, { pollMs }),
    close: async () => {
      await log.close();
      await store.close();
      database.close();
      lock.release();
    },
  };
}
