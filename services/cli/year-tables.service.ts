import { measures } from '../../libs/measures/measure-list.measure.js';
import type { EventLog } from '../../libs/log/event-log.port.js';
import { loadRegister } from '../../libs/register/register.store.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';
import { AggregatesService } from '../query/aggregates/aggregates.service.js';
import { StandingsService } from '../query/attention/standings.service.js';
import { ControlledFigures } from '../query/controlled/controlled-figures.service.js';
import { FigureFollower } from '../query/following/figure-follower.service.js';
import { FreshnessService } from '../query/following/freshness.service.js';
import { ReportedCases } from '../query/reported/reported-cases.service.js';

/** The annual framework read off log and store themselves, as they are now. */
export async function yearTablesOn(
  log: EventLog,
  store: EngineStore,
  { publication }: Pick<Settings, 'publication'>,
): Promise<AggregatesService> {
  const register = loadRegister();
  const controlled = new ControlledFigures(publication);
  const follower = new FigureFollower(store);
  await follower.refresh();
  return new AggregatesService(
    register,
    measures,
    follower,
    new ReportedCases(store, follower),
    new FreshnessService(log, Date.now),
    new StandingsService(register, follower, measures, controlled),
    controlled,
    Date.now,
  );
}
