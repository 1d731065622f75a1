import type { Grain } from '../query-client/answers.fact.js';

const everyGrain: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

/** The dimensions that a page filters by, as its address names them and as query does. */
export const filters = [
  { name: 'benefit', dimension: 'benefit', title: 'Benefit', all: 'All benefits' },
  { name: 'channel', dimension: 'channel', title: 'How people applied', all: 'All ways' },
  { name: 'area', dimension: 'localAuthority', title: 'Council area', all: 'All areas' },
] as const;

export type FilterName = (typeof filters)[number]['name'];

/** What a reader has chosen to see of a measure: the whole state of the page, as its address holds it. */
export interface MeasureChoice {
  readonly grain: Grain;
  readonly filter: Readonly<Partial<Record<FilterName, string>>>;
  /** What the last whole period is shown by, side by side; `null`: nothing. */
  readonly by: FilterName | null;
  /** First and last day wanted; `null` where the page may choose. */
  readonly from: string | null;
  readonly to: string | null;
  /** The day as known at the end of which; `null`: today. */
  readonly asOf: string | null;
}

/**
 * Reads a choice off an address. What is empty is not chosen; a grain that the measure has not is the default: months, or
 * the first that it has.
 */
export function measureChoiceOf(search: URLSearchParams, grains: readonly Grain[] = everyGrain): MeasureChoice {
  const said = (name: string): string | null => search.get(name)?.trim() || null;
  const filter = Object.fromEntries(filters.flatMap(({ name }) => (said(name) === null ? [] : [[name, said(name)]])));
  return {
    grain: grains.find((grain) => grain === said('grain')) ?? defaultOf(grains),
    filter,
    by: filters.find(({ name }) => name === said('by'))?.name ?? null,
    from: said('from'),
    to: said('to'),
    asOf: said('asof'),
  };
}

function defaultOf(grains: readonly Grain[]): Grain {
  const [first = 'month'] = grains;
  return grains.includes('month') ? 'month' : first;
}

/** Months that a page goes back where nobody says how far. */
const monthsBack: Readonly<Record<Grain, number>> = { day: 2, week: 6, month: 18, quarter: 36, year: 72 };

/** The question to query. `today` is a day code; by default the page goes back from K. */
export function observationsPath(measure: string, choice: MeasureChoice, today: string): string {
  const { grain, filter, from, to, asOf } = choice;
  const search = new URLSearchParams({
    measure,
    grain,
    from: from ?? monthsBefore(to ?? asOf ?? today, monthsBack[grain]),
  });
  if (to !== null) search.set('to', to);
  if (asOf !== null) search.set('asOf', asOf);
  for (const { name, dimension } of filters) {
    const code = filter[name];
    if (code !== undefined) search.set(`filter[${dimension}]`, code);
  }
  return `/v1/observations?${search.toString()}`;
}

/** The first day of the month so many months before that of a day code; the code itself where it is none. */
export function monthsBefore(day: string, months: number): string {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(day) ?? [];
  if (year === undefined || month === undefined) return day;
  const count = Number(year) * 12 + Number(month) - 1 - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}
