import { civilDate, type Day, localDay, parseDay } from '../../libs/calendars/local-date.calendar.js';
import { parseInstant } from '../../libs/calendars/instant.calendar.js';
import type { Grain, Kind, Observation } from '../query-client/answers.fact.js';

/** A period in words. */
export interface PeriodWords {
  /** With its year, as within a sentence: `October 2026`, `week from 16 November 2026`. */
  readonly label: string;
  /** For an axis: `Oct`, with `2026` under it. */
  readonly short: string;
  readonly era: string;
  /** Without the year, as a sentence names it: `October`. */
  readonly name: string;
  /** When: `in October`; of a stock, the end: `at the end of October`. */
  readonly during: string;
  readonly duringInFull: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const byGrain: Readonly<Record<Grain, string>> = {
  day: 'by day',
  week: 'by week',
  month: 'by month',
  quarter: 'by quarter',
  year: 'by financial year',
};

const clockTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `by month`. */
export function grainText(grain: Grain): string {
  return byGrain[grain];
}

/** A date `2026-04-01` as `1 April 2026`; a text that is no date as it stands. */
export function dateText(date: string): string {
  const day = parseDay(date);
  return day === null ? date : dayText(day);
}

/** The date of an instant in Europe/London: `3 November 2026`. */
export function dateOfInstantText(instant: string): string {
  const moment = parseInstant(instant);
  return moment === null ? instant : dayText(localDay(moment.at));
}

/** An instant on the clock of Europe/London: `23 November 2026, 10:42`. */
export function momentText(instant: string): string {
  const moment = parseInstant(instant);
  return moment === null ? instant : `${dayText(localDay(moment.at))}, ${clockTime.format(moment.at)}`;
}

/** The code of a month as `October 2026`; of another period as it stands. */
export function monthText(period: string): string {
  const month = parseDay(`${period}-01`);
  return month === null ? period : dayText(month).replace(/^1 /, '');
}

/** The words of an observation's period. */
export function periodWords(
  grain: Grain,
  kind: Kind,
  { period, start, end }: Pick<Observation, 'period' | 'start' | 'end'>,
): PeriodWords {
  const first = parts(start);
  const last = parts(end);
  const isStock = kind === 'stock';
  switch (grain) {
    case 'day': {
      const name = `${first.day} ${first.month}`;
      return { ...named(name, first.year, 'on'), short: `${first.day} ${first.month.slice(0, 3)}`, era: first.year };
    }
    case 'week': {
      const name = `the week from ${first.day} ${first.month}`;
      const words = named(name, first.year, isStock ? 'at the end of' : 'in');
      const label = `week from ${first.day} ${first.month} ${first.year}`;
      return { ...words, label, short: `${first.day} ${first.month.slice(0, 3)}`, era: first.year };
    }
    case 'month': {
      const words = named(first.month, first.year, isStock ? 'at the end of' : 'in');
      return { ...words, short: first.month.slice(0, 3), era: first.year };
    }
    case 'quarter': {
      const name = `${first.month} to ${last.month}`;
      const words = { ...named(name, last.year, 'from'), short: first.month.slice(0, 3), era: first.year };
      if (!isStock) return words;
      return {
        ...words,
        during: `at the end of ${last.month}`,
        duringInFull: `at the end of ${last.month} ${last.year}`,
      };
    }
    case 'year': {
      const during = `${isStock ? 'at the end of' : 'in'} ${period}`;
      return { label: period, short: period, era: '', name: period, during, duringInFull: during };
    }
  }
}

/** From the first period to the last: `April 2025 to October 2026`; one period by itself. */
export function spanText(points: readonly Pick<PeriodWords, 'label'>[]): string {
  const first = points.at(0)?.label ?? '';
  const last = points.at(-1)?.label ?? '';
  return first === last ? first : `${first} to ${last}`;
}

function named(name: string, year: string, preposition: string): Omit<PeriodWords, 'short' | 'era'> {
  return {
    label: `${name} ${year}`,
    name,
    during: `${preposition} ${name}`,
    duringInFull: `${preposition} ${name} ${year}`,
  };
}

function dayText(date: Day): string {
  const { year, month, day } = civilDate(date);
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

function parts(date: string): { readonly day: number; readonly month: string; readonly year: string } {
  const day = Number(date.slice(8));
  return { day, month: MONTHS[Number(date.slice(5, 7)) - 1] ?? '', year: date.slice(0, 4) };
}
