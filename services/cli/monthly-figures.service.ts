import { dayOf, type Day } from '../../libs/calendars/local-date.calendar.js';
import { periodsOverlapping, type Grain } from '../../libs/calendars/period.calendar.js';
import { observe, type Observation } from '../../libs/measures/figures/observe.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { cubesOf } from '../../libs/measures/measure.measure.js';
import type { RegisterRules } from '../../libs/register/register-rules.rule.js';
import type { Figures } from '../query/following/figure-follower.service.js';
import { holdingsOf } from '../query/observations/holdings.rule.js';

/** No fact is older (contract: events, `time`). */
export const FIRST_DAY: Day = dayOf(2018, 1, 1);

/** `<measure>,<month>,<benefit or nothing>` → what the figure is, in words. */
export type MonthlyFigures = ReadonlyMap<string, string>;

/** What of an observation must be the same in two systems that counted the same events. */
export type Comparable = Pick<
  Observation,
  'period' | 'dimensions' | 'value' | 'numerator' | 'denominator' | 'p90' | 'parts' | 'status'
>;

/** Every measure that the figures have, by month, with and without benefit, as known at the end of a day. */
export function monthlyFiguresOf(figures: Figures, { calendar }: RegisterRules, asOf: Day): MonthlyFigures {
  const found = new Map<string, string>();
  for (const measure of measures) {
    const holdings = holdingsOf(measure, figures, calendar);
    if (holdings === null) continue;
    const grain = grainOf(measure);
    const periods = periodsOverlapping(grain, FIRST_DAY, asOf);
    for (const by of breakdownsOf(cubesOf(measure))) {
      const question = { measure, grain, periods, by, filter: {}, asOf };
      addFigures(
        found,
        measure.id,
        observe(question, holdings, () => null),
      );
    }
  }
  return found;
}

/** Months; years for what is not counted by month. */
export function grainOf({ grains }: { readonly grains?: readonly Grain[] }): Grain {
  return grains === undefined || grains.includes('month') ? 'month' : 'year';
}

/** Without a breakdown, and by benefit where a measure has it. */
export function breakdownsOf(cubes: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return cubes.some((cube) => cube.includes('benefit')) ? [[], ['benefit']] : [[]];
}

export function addFigures(to: Map<string, string>, measure: string, observations: readonly Comparable[]): void {
  for (const observation of observations) {
    const { period, dimensions } = observation;
    to.set([measure, period, dimensions['benefit'] ?? ''].join(','), inWords(observation));
  }
}

/**
 * Lines `<measure>,<month>,<benefit>,<one>,<other>` where two systems' figures differ. A benefit is named only where the
 * month as a whole is the same in both.
 */
export function monthlyDifferences(one: MonthlyFigures, other: MonthlyFigures): readonly string[] {
  const differ = (place: string): boolean => one.get(place) !== other.get(place);
  const places = [...new Set([...one.keys(), ...other.keys()])].filter(differ);
  return places
    .filter((place) => place.endsWith(',') || !differ(place.slice(0, place.lastIndexOf(',') + 1)))
    .map((place) => `${place},${one.get(place) ?? 'nothing'},${other.get(place) ?? 'nothing'}`);
}

function inWords({ value, numerator, denominator, p90, parts, status }: Comparable): string {
  const share =
    denominator === null ? '' : ` (${numerator === null ? 'of ' : `${String(numerator)}/`}${String(denominator)})`;
  const ninetieth = p90 === null ? '' : ` p90 ${String(p90)}`;
  const byPart = Object.entries(parts ?? {}).map(([part, count]) => ` ${part} ${String(count)}`);
  const marks = status.length === 0 ? '' : ` ${status.join(' ')}`;
  return `${value === null ? 'no value' : String(value)}${share}${ninetieth}${byPart.join('')}${marks}`;
}
