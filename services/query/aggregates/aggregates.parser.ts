import { dayOf, type Day } from '../../../libs/calendars/local-date.calendar.js';
import { parseYear, type Period } from '../../../libs/calendars/period.calendar.js';
import { parseAsOf } from '../observations/range.parser.js';
import { parsed, refused, type Parsed } from '../refusal.rule.js';

/** No fact is older (contract: events, `time`). */
const EARLIEST = dayOf(2018, 1, 1);

/** The financial year asked for, and K. */
export interface AskedYear {
  readonly year: Period;
  readonly asOf: Day;
}

/** Reads which year is asked for, `today` being the local date: one that has begun at K, and that facts may be of. */
export function parseAggregates(
  { year, asOf }: { readonly year?: string; readonly asOf?: string },
  today: Day,
): Parsed<AskedYear> {
  const day = parseAsOf(asOf, today);
  const period = yearNamed(year);
  if (!day.ok || !period.ok) return refused(...[day, period].flatMap((part) => (part.ok ? [] : part.refusals)));
  if (period.value.start > day.value) {
    return refused({ member: 'year', detail: 'Has not begun by the day that it is to be known at.' });
  }
  return parsed({ year: period.value, asOf: day.value });
}

function yearNamed(code: string | undefined): Parsed<Period> {
  const year = code === undefined ? null : parseYear(code);
  if (year === null) return refused({ member: 'year', detail: 'Takes a financial year.', allowed: ['YYYY-YY'] });
  if (year.end < EARLIEST) return refused({ member: 'year', detail: 'Lies before 2018-01-01: no fact is so old.' });
  return parsed(year);
}
