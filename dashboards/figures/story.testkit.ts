import fc from 'fast-check';
import { formatDay, parseDay } from '../../libs/calendars/local-date.calendar.js';
import { type Period, periodOf } from '../../libs/calendars/period.calendar.js';
import type {
  Definition,
  Grain,
  Kind,
  Mark,
  MeasureHeading,
  Objective,
  Observation,
  ObservationsAnswer,
} from '../query-client/answers.fact.js';
import { measuresWithPhrases } from './figure.words.js';
import type { About } from './figure.story.js';

export const KINDS: readonly Kind[] = ['count', 'proportion', 'limit', 'time', 'mean', 'stock', 'shares'];
export const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

const units: Readonly<Record<Kind, string>> = {
  count: 'claims',
  proportion: 'proportion',
  limit: 'proportion',
  time: 'working days',
  mean: 'seconds',
  stock: 'claims',
  shares: 'redeterminations',
};

export function measureOf(id: string, kind: Kind, title = 'Decisions made in time'): MeasureHeading {
  return { id, version: '1.0.0', kind, unit: units[kind], title, betterWhen: 'higher' };
}

export function definitionOf(measure: MeasureHeading, cohort = false): Definition {
  return {
    ...measure,
    definition: 'What it counts.',
    dateRule: 'decided',
    clock: null,
    provisionalDays: cohort ? 180 : 28,
    cohort,
    classification: 'management information',
    source: 'contract',
    cubes: [],
    definitionHash: '0',
    evidences: [],
  };
}

export function aboutOf(measure: MeasureHeading, given: Partial<About> & { readonly cohort?: boolean } = {}): About {
  const { cohort = false, objective = null, place = 'all benefits' } = given;
  return { definition: definitionOf(measure, cohort), objective, place };
}

/** `count` periods one after another, the first of which holds a date. */
export function periodsFrom(grain: Grain, date: string, count: number): readonly Period[] {
  const periods: Period[] = [];
  let day = parseDay(date) ?? 0;
  for (let index = 0; index < count; index += 1) {
    const period = periodOf(grain, day);
    periods.push(period);
    day = period.end + 1;
  }
  return periods;
}

const nothing: Omit<Observation, 'period' | 'start' | 'end'> = {
  complete: true,
  dimensions: {},
  value: null,
  numerator: null,
  denominator: null,
  p90: null,
  parts: null,
  interval: null,
  target: null,
  status: [],
};

export function observationOf({ code, start, end }: Period, given: Partial<Observation>): Observation {
  return { ...nothing, period: code, start: formatDay(start), end: formatDay(end), ...given };
}

/** Months from one on, with what is given of each. */
export function monthsFrom(date: string, given: readonly Partial<Observation>[]): readonly Observation[] {
  return periodsFrom('month', date, given.length).map((period, index) => observationOf(period, given[index] ?? {}));
}

/** A proportion with Wilson's interval, as the contract has it. */
export function proportionOf(numerator: number, denominator: number): Partial<Observation> {
  if (denominator === 0) return { numerator, denominator, status: ['z'] };
  const z = 1.959964;
  const p = numerator / denominator;
  const room = (z * z) / denominator;
  const middle = (p + room / 2) / (1 + room);
  const half = (z / (1 + room)) * Math.sqrt((p * (1 - p)) / denominator + room / (4 * denominator));
  const interval = {
    low: Math.max(0, Math.min(p, middle - half)),
    high: Math.min(1, Math.max(p, middle + half)),
    level: 0.95,
  };
  return { value: p, numerator, denominator, interval };
}

export function answerOf(
  measure: MeasureHeading,
  observations: readonly Observation[],
  given: Partial<ObservationsAnswer> = {},
): ObservationsAnswer {
  return {
    measure,
    grain: 'month',
    by: [],
    asOf: '2026-11-23',
    audience: 'staff',
    observations,
    freshness: { countedTo: '2026-11-23T10:42:00Z', lagEvents: 0 },
    warnings: [],
    ...given,
  };
}

const share = fc.nat(2_000).chain((denominator) => fc.nat(denominator).map((part) => proportionOf(part, denominator)));
const countUpTo = (most: number): fc.Arbitrary<number> => fc.oneof(fc.nat(8), fc.nat(most));
const outcomes = fc
  .record({ allowed: countUpTo(300), 'partly-allowed': fc.nat(30), disallowed: fc.nat(300), withdrawn: fc.nat(5) })
  .map((parts) => ({ value: Object.values(parts).reduce((sum, part) => sum + part, 0), parts }));

const figures: Readonly<Record<Kind, fc.Arbitrary<Partial<Observation>>>> = {
  count: countUpTo(20_000).map((value) => ({ value })),
  stock: countUpTo(20_000).map((value) => ({ value })),
  proportion: share,
  limit: share,
  time: fc
    .record({ twice: fc.nat(300), more: fc.nat(80), denominator: fc.integer({ min: 1, max: 3_000 }) })
    .map(({ twice, more, denominator }) => ({ value: twice / 2, p90: Math.ceil(twice / 2) + more, denominator })),
  mean: fc
    .record({ numerator: fc.nat(900_000), denominator: fc.integer({ min: 1, max: 3_000 }) })
    .map(({ numerator, denominator }) => ({ value: numerator / denominator, numerator, denominator })),
  shares: outcomes,
};

const absent = fc.constantFrom<Mark>('x', 'z', 'c').map((mark) => ({ status: [mark] }));

/** A figure of a kind, now and then one that is not there. */
function figureOf(kind: Kind): fc.Arbitrary<Partial<Observation>> {
  return fc.oneof({ weight: 6, arbitrary: figures[kind] }, { weight: 1, arbitrary: absent });
}

const objectives: fc.Arbitrary<Objective | null> = fc.option(
  fc.record({
    op: fc.constantFrom('gte', 'lte'),
    value: fc.constantFrom(0.9, 1, 0.005),
    role: fc.constantFrom('statutory' as const, 'agency' as const, 'assumption' as const),
    source: fc.constant('regulations'),
  }),
);

/** Any answer of any measure, with what its story is about. */
export const askedAndAnswered: fc.Arbitrary<{ readonly answer: ObservationsAnswer; readonly about: About }> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    id: fc.constantFrom(...measuresWithPhrases, 'survey.s1-m04', 'measure-of-tomorrow'),
    grain: fc.constantFrom(...GRAINS),
    cohort: fc.boolean(),
    objective: objectives,
    audience: fc.constantFrom('staff', 'scrutiny'),
    provisional: fc.nat(4),
    isLastComplete: fc.boolean(),
  })
  .chain(({ kind, id, grain, cohort, objective, audience, provisional, isLastComplete }) =>
    fc.array(figureOf(kind), { maxLength: 15 }).map((given) => {
      const measure = measureOf(id, kind, 'Staff did what they could to put the client at ease');
      const observations = periodsFrom(grain, '2025-04-01', given.length).map((period, index) => {
        const figure = given[index] ?? {};
        const fromEnd = given.length - index;
        const isProvisional = fromEnd <= provisional;
        return observationOf(period, {
          ...figure,
          target: objective?.value ?? null,
          complete: isLastComplete || fromEnd > 1,
          status: [...(figure.status ?? []), ...(isProvisional ? (['p'] as const) : [])],
        });
      });
      const definition = definitionOf(measure, cohort);
      return {
        answer: answerOf(measure, observations, { grain, audience }),
        about: { definition, objective, place: 'Scottish Child Payment' },
      };
    }),
  );
