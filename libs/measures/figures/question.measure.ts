import type { Day } from '../../calendars/local-date.calendar.js';
import type { Grain, Period } from '../../calendars/period.calendar.js';
import type { WorkingCalendar } from '../../calendars/working-days.calendar.js';
import type { Measure } from '../measure.measure.js';
import type { RowTable } from '../rows/row-table.measure.js';
import type { Dimension } from '../tuple.measure.js';

/** What is asked of one measure. */
export interface Question {
  readonly measure: Measure;
  readonly grain: Grain;
  /** In order, without gaps. */
  readonly periods: readonly Period[];
  /** At most two dimensions, of one cube together with those of the filter. */
  readonly by: readonly string[];
  /** One code for a dimension. */
  readonly filter: Readonly<Record<string, string>>;
  /** K: only what was recorded by the end of this day counts. */
  readonly asOf: Day;
}

/** A version of a measure, and its index in the rows. */
export interface HeldVersion {
  readonly measure: Measure;
  readonly measureIndex: number;
}

/** Where a measure's rows are, and how a generation numbered what they say. */
export interface Holdings {
  readonly tables: readonly RowTable[];
  /** The measure's index in the rows. */
  readonly measureIndex: number;
  /** Where versions follow one another: all of them, in the order in which they come into force. */
  readonly versions?: readonly HeldVersion[];
  readonly dimensions: readonly Dimension[];
  readonly calendar: WorkingCalendar;
}

/** The length of time an open application has waited, by working days. Source: contract, measures, open-applications. */
export const waiting: Dimension = { name: 'waiting', codes: ['0-20', '21-40', '41-60', '61-100', '101-plus'] };
const lastOfBand = [20, 40, 60, 100, Infinity];

/** Index of the band that a number of working days falls in. */
export function waitingBandOf(workingDays: number): number {
  return lastOfBand.findIndex((last) => workingDays <= last);
}
