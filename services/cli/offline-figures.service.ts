import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteLog } from '../../libs/log/sqlite.log.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { openDatabase } from '../../libs/store/sqlite-database.store.js';
import { SqliteStore } from '../../libs/store/sqlite.store.js';
import { embeddedPartitions } from '../standalone/embedded-system.service.js';
import { FigureFollower } from '../query/figure-follower.service.js';
import { FreshnessService } from '../query/freshness.service.js';
import { ObservationsService } from '../query/observations.service.js';
import { DEFAULT_SETTINGS } from '../query/query.settings.js';
import { StatusService } from '../query/status.service.js';

/** There is nothing to read in the data folder. */
export class NoData extends Error {
  readonly code = 'no-data';
  readonly retriable = false;
  constructor(dataFolder: string) {
    super(`There are no events in ${dataFolder} yet. Take some in with: charter ingest <file>`);
  }
}

/** The query side on a data folder, for reading beside a system that may be running on it. */
export interface OfflineFigures {
  readonly log: SqliteLog;
  readonly observations: ObservationsService;
  readonly status: StatusService;
  readonly close: () => void;
}

/** @throws NoData where nothing has been written yet */
export async function readFiguresIn(dataFolder: string): Promise<OfflineFigures> {
  if (!existsSync(join(dataFolder, 'charter.db'))) throw new NoData(dataFolder);
  const database = openDatabase(dataFolder, { readOnly: true });
  const log = new SqliteLog(database, Date.now, embeddedPartitions);
  const follower = new FigureFollower(new SqliteStore(database));
  const freshness = new FreshnessService(log, Date.now);
  await follower.refresh();
  return {
    log,
    observations: new ObservationsService(loadRegister(), follower, freshness, Date.now),
    status: new StatusService(follower, freshness, DEFAULT_SETTINGS),
    close: () => {
      database.close();
    },
  };
}
