import { parseDay, type Day } from '../../calendars/local-date.calendar.js';
import { periodsOverlapping, type Grain } from '../../calendars/period.calendar.js';
import { WorkingCalendar } from '../../calendars/working-days.calendar.js';
import { journeys } from '../journeys/case-views.journey.js';
import { layoutOf } from '../layout.measure.js';
import { measures } from '../measure-list.measure.js';
import type { Measure } from '../measure.measure.js';
import { DifferenceTable } from '../rows/difference-table.measure.js';
import { RowTable } from '../rows/row-table.measure.js';
import type { Rows } from '../rows/rows.measure.js';
import { TupleSpace } from '../tuple.measure.js';
import type { Holdings, Question } from './question.measure.js';

/** A row of a measure, as a test writes it. */
export interface WrittenRow {
  readonly on: string;
  readonly x: number;
  /** The record day; the day it is counted on where nothing is said. */
  readonly known?: string;
  /** 1 where nothing is said. */
  readonly count?: number;
  /** Codes by dimension; the first code of those left out. */
  readonly at?: Readonly<Record<string, string>>;
}

export const calendar = new WorkingCalendar({ from: day('2018-01-01'), to: day('2028-12-31'), holidays: [] });

export function day(date: string): Day {
  const read = parseDay(date);
  if (read === null) throw new RangeError(`no date: ${date}`);
  return read;
}

export function measureNamed(id: string): Measure {
  const found = measures.find((measure) => measure.id === id);
  if (found === undefined) throw new RangeError(`no measure: ${id}`);
  return found;
}

/** Rows as a checkpoint would put them into a segment, numbered by the layout of today. */
export function rowsOf(measure: Measure, written: readonly WrittenRow[]): Rows {
  const { dimensions } = journeys[measure.journey].space;
  const space = new TupleSpace(dimensions);
  const table = new DifferenceTable();
  for (const { on, x, known = on, count = 1, at = {} } of written) {
    const tuple = space.tupleOf(dimensions.map(({ name, codes }) => codes.indexOf(at[name] ?? codes[0] ?? '')));
    table.add(measures.indexOf(measure), tuple, day(on), day(known), x, count);
  }
  return table.drain();
}

/** The rows, spread over a number of partitions. */
export function holdingsOf(measure: Measure, written: readonly WrittenRow[], partitions = 1): Holdings {
  const tables = Array.from({ length: partitions }, () => new RowTable());
  written.forEach((row, index) => tables[index % partitions]?.add(rowsOf(measure, [row])));
  const dimensions = layoutOf(measures).dimensions[measure.journey];
  return { tables, measureIndex: measures.indexOf(measure), dimensions, calendar };
}

/** What is left out: months, the whole of financial year 2025-26, no breakdown, known at the end of 2026-06-30. */
export interface Asked {
  readonly grain?: Grain;
  readonly from?: string;
  readonly to?: string;
  readonly by?: readonly string[];
  readonly filter?: Readonly<Record<string, string>>;
  readonly asOf?: string;
}

export function questionOf(measure: Measure, asked: Asked = {}): Question {
  const { grain = 'month', from = '2025-04-01', to = '2026-03-31', by = [], filter = {}, asOf = '2026-06-30' } = asked;
  return { measure, grain, periods: periodsOverlapping(grain, day(from), day(to)), by, filter, asOf: day(asOf) };
}
