import type { Measure } from '../../../libs/measures/measure.measure.js';

/** What stands above the figures of a measure. */
export type MeasureHeading = Pick<Measure, 'id' | 'version' | 'kind' | 'unit' | 'title' | 'betterWhen'>;

export function headingOf({ id, version, kind, unit, title, betterWhen }: MeasureHeading): MeasureHeading {
  return { id, version, kind, unit, title, betterWhen };
}
