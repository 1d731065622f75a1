import type { EventLog } from '../../libs/log/event-log.port.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { loadRegister } from '../../libs/register/register.store.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { ControlledFigures } from '../query/controlled/controlled-figures.service.js';
import { PublicationSteps } from '../query/controlled/publication-steps.service.js';
import { FigureFollower } from '../query/following/figure-follower.service.js';
import { FreshnessService } from '../query/following/freshness.service.js';
import { ObservationsService } from '../query/observations/observations.service.js';
import { DEFAULT_SETTINGS } from '../query/query.settings.js';
import { StatusService } from '../query/status/status.service.js';
import { openToRead } from './opened-system.service.js';

/** The query side on log and store themselves, beside whatever runs on them. */
export interface StoredFigures {
  readonly log: EventLog;
  readonly follower: FigureFollower;
  readonly observations: ObservationsService;
  readonly status: StatusService;
  readonly close: () => Promise<void>;
}

/** @throws NoData where nothing has been written to the data folder yet */
export async function readStoredFigures(settings: Settings): Promise<StoredFigures> {
  const { log, store, close } = await openToRead(settings);
  try {
    const follower = new FigureFollower(store);
    const freshness = new FreshnessService(log, Date.now);
    const register = loadRegister();
    const run = { ...DEFAULT_SETTINGS, profile: settings.profile };
    await follower.refresh();
    return {
      log,
      follower,
      observations: new ObservationsService(
        register,
        follower,
        freshness,
        Date.now,
        measures,
        new PublicationSteps(settings.publication, follower, freshness, Date.now),
        new ControlledFigures(settings.publication),
      ),
      status: new StatusService(follower, freshness, run, register),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
