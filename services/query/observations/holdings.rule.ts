import type { Period } from '../../../libs/calendars/period.calendar.js';
import type { WorkingCalendar } from '../../../libs/calendars/working-days.calendar.js';
import type { Holdings } from '../../../libs/measures/figures/question.measure.js';
import { journeys } from '../../../libs/measures/journeys/case-views.journey.js';
import type { JourneyName } from '../../../libs/measures/journeys/case-views.journey.js';
import { nameOf, type Measure } from '../../../libs/measures/measure.measure.js';
import type { Dimension } from '../../../libs/measures/tuple.measure.js';
import { inForceOn, type Versions } from '../../../libs/measures/versions.measure.js';
import type { Figures } from '../following/figure-follower.service.js';

/**
 * Where a measure's rows are among the figures held, read as their own generation numbered them. Before there is a
 * generation: no rows. `null` where the generation in use was begun without the measure or one of its dimensions.
 */
export function holdingsOf(measure: Measure, figures: Figures | null, calendar: WorkingCalendar): Holdings | null {
  const known = journeys[measure.journey].space.dimensions;
  if (figures === null) return { tables: [], measureIndex: 0, dimensions: known, calendar };
  const { layout, partitions } = figures;
  const measureIndex = layout.measures.indexOf(nameOf(measure));
  const written: Partial<Record<JourneyName, readonly Dimension[]>> = layout.dimensions;
  const dimensions = written[measure.journey] ?? [];
  const isComplete = known.every(({ name }) => dimensions.some((dimension) => dimension.name === name));
  return measureIndex >= 0 && isComplete
    ? { tables: partitions.map(({ table }) => table), measureIndex, dimensions, calendar }
    : null;
}

/**
 * The same for versions that follow one another. `null` where one of them is not counted that is in force in one of the
 * periods.
 */
export function holdingsOfVersions(
  versions: Versions,
  periods: readonly Period[],
  figures: Figures | null,
  calendar: WorkingCalendar,
): Holdings | null {
  const held = versions.map((measure) => ({ measure, holdings: holdingsOf(measure, figures, calendar) }));
  const needed = periods.map(({ start }) => inForceOn(held, start).holdings);
  const [first] = needed;
  if (first === undefined || needed.includes(null)) return null;
  const numbered = held.map(({ measure, holdings }) => ({ measure, measureIndex: holdings?.measureIndex ?? -1 }));
  return first && { ...first, versions: numbered };
}
