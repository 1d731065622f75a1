import { formatDay, type Day } from '../../libs/calendars/local-date.calendar.js';
import { periodsOverlapping, type Grain } from '../../libs/calendars/period.calendar.js';
import { controlledObservations } from '../../libs/disclosure/controlled-observations.rule.js';
import type { Control, Decisions } from '../../libs/disclosure/decisions.rule.js';
import { waiting } from '../../libs/measures/figures/question.measure.js';
import { observe, type Observation } from '../../libs/measures/figures/observe.measure.js';
import { cubesOf, type Measure } from '../../libs/measures/measure.measure.js';
import { dayNamed, type SeededClaims } from './seeded-claims.testkit.js';

/** First and last date. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What `GET /v1/observations` is asked. */
export interface Asked extends Span {
  readonly measure: Measure;
  readonly grain: Grain;
  readonly by: readonly string[];
  readonly filter: Readonly<Record<string, string>>;
  readonly asOf: string;
}

/** The rows of an answer, by whatever door. */
export type Fetch = (asked: Asked) => Promise<readonly Observation[]>;

/** The two financial years of the seeded claims. */
export const wholeYears: Span = { from: '2025-04-01', to: '2027-03-31' };

/** Answers with the pure core, as the doors do. */
export function fetchFrom(claims: SeededClaims, control: Control): Fetch {
  return ({ measure, grain, by, filter, asOf, from, to }) => {
    const periods = periodsOverlapping(grain, dayNamed(from), dayNamed(to));
    const question = { measure, grain, periods, by, filter, asOf: dayNamed(asOf) };
    return Promise.resolve(controlledObservations(question, claims.holdingsOf(measure), () => null, control));
  };
}

/** Keeps what is decided of every system. */
export function remembering(control: Omit<Control, 'remember'>): Control {
  const known = new Map<string, Decisions>();
  return {
    ...control,
    remember: (name, decide) => {
      const decisions = known.get(name) ?? decide();
      known.set(name, decisions);
      return decisions;
    },
  };
}

/** Exact figures: the truth. */
export function fetchExactly(claims: SeededClaims): Fetch {
  return ({ measure, grain, by, filter, asOf, from, to }) => {
    const periods = periodsOverlapping(grain, dayNamed(from), dayNamed(to));
    const question = { measure, grain, periods, by, filter, asOf: dayNamed(asOf) };
    return Promise.resolve(observe(question, claims.holdingsOf(measure), () => null));
  };
}

/** Exact figures in which nothing but what is small is replaced: what must not be enough. */
export function fetchUnrounded(claims: SeededClaims, small: number): Fetch {
  return ({ measure, grain, by, filter, asOf, from, to }) => {
    const periods = periodsOverlapping(grain, dayNamed(from), dayNamed(to));
    const question = { measure, grain, periods, by, filter, asOf: dayNamed(asOf) };
    const hide = (count: number | null): number | null => (count !== null && count > 0 && count < small ? null : count);
    return Promise.resolve(
      observe(question, claims.holdingsOf(measure), () => null).map((row) => ({
        ...row,
        value: measure.kind === 'time' && (row.denominator ?? 0) < 20 ? null : hide(row.value),
        numerator: hide(row.numerator),
        denominator: hide(row.denominator),
        parts:
          row.parts === null ? null : Object.fromEntries(Object.entries(row.parts).filter(([, n]) => hide(n) !== null)),
      })),
    );
  };
}

/**
 * Everything that can be asked of a measure as known at a day: every grain, every breakdown, every filter. Days and weeks
 * are broken down for a span of their own.
 */
export function everyQuestion(
  measure: Measure,
  asOf: Day,
  grains: readonly Grain[],
  shortSpan: Span | null,
): readonly Asked[] {
  const breakdowns = cubesOf(measure).flatMap((cube) => [
    [],
    ...cube.map((name) => [name]),
    ...cube.flatMap((name, place) => cube.slice(place + 1).map((other) => [name, other])),
  ]);
  const different = [...new Map(breakdowns.map((by) => [by.join(), by])).values()];
  return grains.flatMap((grain) => {
    const isShort = grain === 'day' || grain === 'week';
    const ask = (by: readonly string[], filter: Asked['filter']): readonly Asked[] => {
      const span = isShort && by.length > 0 ? shortSpan : wholeYears;
      return span === null ? [] : [{ measure, grain, by, filter, asOf: formatDay(asOf), ...span }];
    };
    const bands = measure.derivedDimensions === undefined ? [] : waiting.codes;
    return [
      ...different.flatMap((by) => ask(by, {})),
      ...bands.flatMap((band) => ask(['benefit', 'channel'], { waiting: band })),
    ];
  });
}

/** What a release shows of a measure: its years, as known at a day that need not be a publication step. */
export function questionOfRelease(measure: Measure, asOf: Day): Asked {
  return { measure, grain: 'year', by: [], filter: {}, asOf: formatDay(asOf), ...wholeYears };
}
