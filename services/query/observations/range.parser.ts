import { dayOf, parseDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import {
  parsePeriod,
  parseYear,
  periodOf,
  periodsOverlapping,
  type Grain,
  type Period,
} from '../../../libs/calendars/period.calendar.js';
import type { ObservationsDto } from './observations.dto.js';
import { parsed, refused, type Parsed } from '../refusal.rule.js';

/** Rows of an answer; without a breakdown as many periods (contract: api, "Reading figures"). */
export const MOST_CELLS = 10_000;

/** No fact is older (contract: events, `time`). */
const EARLIEST_KNOWN = dayOf(2018, 1, 1);
const LONGEST_DAYS: Readonly<Record<Grain, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };
export const PERIOD_CODES = ['YYYY-MM-DD', 'YYYY-Www', 'YYYY-MM', 'YYYY-YY-Qn', 'YYYY-YY'];

/** K: today, where none is asked for. */
export function parseAsOf(text: string | undefined, today: Day): Parsed<Day> {
  if (text === undefined) return parsed(today);
  const day = parseDay(text);
  if (day === null) return refused({ member: 'asOf', detail: 'Takes a date.', allowed: ['YYYY-MM-DD'] });
  if (day > today) return refused({ member: 'asOf', detail: 'Lies after today: nothing is known of that day yet.' });
  if (day < EARLIEST_KNOWN)
    return refused({ member: 'asOf', detail: 'Lies before 2018-01-01: nothing was known then.' });
  return parsed(day);
}

/** Every period of the grain that overlaps `from` to `to`; they default to the financial year so far, as seen from K. */
export function parseRange(
  { grain, from, to }: Pick<ObservationsDto, 'grain' | 'from' | 'to'>,
  asOf: Day,
): Parsed<readonly Period[]> {
  const first = from === undefined ? periodOf('year', asOf).start : boundNamed(from, grain)?.start;
  const last = to === undefined ? asOf : boundNamed(to, grain)?.end;
  if (first === undefined || last === undefined) {
    return refused(
      ...(first === undefined ? [notABound('from')] : []),
      ...(last === undefined ? [notABound('to')] : []),
    );
  }
  if (last < first)
    return refused({ member: to === undefined ? 'from' : 'to', detail: 'The range ends before it begins.' });
  if ((last - first) / LONGEST_DAYS[grain] > MOST_CELLS) return tooManyPeriods;
  const periods = periodsOverlapping(grain, first, last);
  return periods.length > MOST_CELLS ? tooManyPeriods : parsed(periods);
}

const tooManyPeriods = refused({ member: 'from', detail: `The range holds more than ${MOST_CELLS} periods.` });

/** The days that a date or period code names. By year, `2011-12` is the financial year, not December. */
function boundNamed(text: string, grain: Grain): Pick<Period, 'start' | 'end'> | null {
  return (grain === 'year' ? parseYear(text) : null) ?? parsePeriod(text)?.period ?? null;
}

function notABound(member: string): {
  readonly member: string;
  readonly detail: string;
  readonly allowed: readonly string[];
} {
  return { member, detail: 'Takes a date or a period code.', allowed: PERIOD_CODES };
}
