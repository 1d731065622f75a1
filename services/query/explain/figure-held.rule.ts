import type { WorkingCalendar } from '../../../libs/calendars/working-days.calendar.js';
import { observe, type Observation, type ObjectiveOn } from '../../../libs/measures/figures/observe.measure.js';
import type { Question } from '../../../libs/measures/figures/question.measure.js';
import type { Versions } from '../../../libs/measures/versions.measure.js';
import type { Counts } from '../../../libs/store/engine-store.port.js';
import type { Figures, PartitionFigures } from '../following/figure-follower.service.js';
import { holdingsOfVersions } from '../observations/holdings.rule.js';
import type { LogPart } from './case-scan.service.js';

/** A figure, and what it rests on at that moment. */
export interface FigureHeld extends LogPart {
  /** Among which it is held; `null`: nothing has been counted yet. */
  readonly figures: Figures | null;
  readonly observation: Observation;
  /** What became of the records before the positions; `null` where that is no longer known. */
  readonly counts: Counts | null;
}

/** The figure as the rows held give it; `null` while its measure is still being counted. */
export function figureHeld(
  question: Question,
  versions: Versions,
  figures: Figures | null,
  calendar: WorkingCalendar,
  objectiveOn: ObjectiveOn,
): FigureHeld | null {
  const holdings = holdingsOfVersions(versions, question.periods, figures, calendar);
  if (holdings === null) return null;
  const [observation] = observe(question, holdings, objectiveOn);
  if (observation === undefined) throw new Error('Without a breakdown every period has a row');
  const partitions = figures?.partitions ?? [];
  return {
    generation: figures?.generation ?? '',
    figures,
    observation,
    positions: partitions.map(({ last }) => (last?.through ?? -1) + 1),
    counts: {
      applied: sumOf(partitions, 'applied'),
      duplicates: sumOf(partitions, 'duplicates'),
      quarantined: sumOf(partitions, 'quarantined'),
    },
  };
}

function sumOf(partitions: readonly PartitionFigures[], name: keyof Counts): number {
  return partitions.reduce((sum, { last }) => sum + (last?.counts[name] ?? 0), 0);
}
