import { hostname } from 'node:os';
import { formatInstant } from '../../libs/calendars/instant.calendar.js';
import type { Clock } from '../../libs/calendars/clock.port.js';
import { PollingConsumer } from '../../libs/log/polling.consumer.js';
import { SqliteLog } from '../../libs/log/sqlite.log.js';
import { refuseUnsoundMeasures } from '../../libs/measures/declarations.rule.js';
import { programOf } from '../../libs/measures/fold/program.measure.js';
import { layoutOf } from '../../libs/measures/layout.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { registerHash } from '../../libs/register/register-hash.codec.js';
import { rulesOf } from '../../libs/register/register-rules.rule.js';
import { loadRegister } from '../../libs/register/register.store.js';
import type { Register } from '../../libs/register/register.fact.js';
import { lockDataFolder } from '../../libs/store/data-folder.store.js';
import { openDatabase } from '../../libs/store/sqlite-database.store.js';
import { SqliteStore } from '../../libs/store/sqlite.store.js';
import { Engine } from '../indicators/engine.service.js';
import { fingerprintOf } from '../indicators/fingerprint.rule.js';
import { openGeneration } from '../indicators/generation.service.js';

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
): Promise<EmbeddedSystem> {
  refuseUnsoundMeasures(measures);
  const register = loadRegister();
  const lock = lockDataFolder(dataFolder, { pid: process.pid, host: hostname(), started: formatInstant(clock()) });
  const database = openDatabase(dataFolder);
  const log = new SqliteLog(database, clock, embeddedPartitions);
  const store = new SqliteStore(database);
  const generation = await openGeneration(store, log, {
    fingerprint: fingerprintOf(measures, registerHash(register)),
    layout: JSON.stringify(layoutOf(measures)),
  });
  const engine = new Engine({
    log,
    store,
    program: programOf(measures, rulesOf(register)),
    generation: generation.id,
    partitionCount: generation.partitionCount,
    cachedCases,
    alarm,
  });
  return {
    log,
    store,
    register,
    engine,
    generation: generation.id,
    consumer: new PollingConsumer(log, { pollMs }),
    close: async () => {
      await log.close();
      await store.close();
      database.close();
      lock.release();
    },
  };
}
