import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDay } from '../../calendars/local-date.calendar.js';
import { factsLeftBy } from '../fold/case.testkit.js';
import { measures } from '../measure-list.measure.js';
import type { Measure } from '../measure.measure.js';
import type { Observation } from './observe.measure.js';
import {
  askerOf,
  breakdownsOf,
  differentMeasures,
  periodsOf,
  someCases,
  someDay,
  someGrain,
  timesOf,
} from './random-cases.testkit.js';

const seeded = { seed: 20260401, numRuns: 8 };

describe('any breakdown of any measure', () => {
  it('sums to the whole, at every grain, as known on any day', () => {
    fc.assert(
      fc.property(someCases, someGrain, someDay, (cases, grain, asOf) => {
        const ask = askerOf(cases);
        for (const measure of differentMeasures) {
          const whole = sumsByPeriod(ask(measure, { grain, asOf }), measure);
          const other = breakdownsOf(measure).filter((by) => {
            const parts = sumsByPeriod(ask(measure, { grain, asOf, by }), measure);
            return JSON.stringify(parts.length === 0 ? whole.map(toZeros) : parts) !== JSON.stringify(whole);
          });
          expect({ measure: measure.id, other }).toEqual({ measure: measure.id, other: [] });
        }
      }),
      seeded,
    );
  });

  it('has the rows that its filters give, one by one', () => {
    fc.assert(
      fc.property(someCases, someGrain, someDay, fc.nat(), (cases, grain, asOf, choice) => {
        const ask = askerOf(cases);
        for (const measure of differentMeasures) {
          const breakdowns = breakdownsOf(measure);
          const by = breakdowns[choice % breakdowns.length] ?? [];
          const rows = ask(measure, { grain, asOf, by });
          const filter = rows[choice % rows.length]?.dimensions;
          if (filter === undefined) continue;
          const [first = '', second] = by;
          const code = filter[first] ?? '';
          const chosen = rows.filter((row) => by.every((name) => row.dimensions[name] === filter[name]));
          expect(ask(measure, { grain, asOf, filter })).toEqual(chosen.map((row) => ({ ...row, dimensions: {} })));
          if (second === undefined) continue;
          const ofCode = rows.filter((row) => row.dimensions[first] === code);
          const filtered = ask(measure, { grain, asOf, by: [second], filter: { [first]: code } });
          expect(filtered.map((row) => ({ ...row, dimensions: { [first]: code, ...row.dimensions } }))).toEqual(ofCode);
        }
      }),
      seeded,
    );
  });
});

describe('periods', () => {
  it.each([
    ['day', 'week'],
    ['day', 'month'],
    ['month', 'quarter'],
    ['quarter', 'year'],
    ['day', 'year'],
  ] as const)('of a %s add up to those of a %s, of everything but stocks', (finer, coarser) => {
    fc.assert(
      fc.property(someCases, someDay, (cases, asOf) => {
        const ask = askerOf(cases);
        for (const measure of differentMeasures.filter(({ kind }) => kind !== 'stock')) {
          const fine = ask(measure, { grain: finer, asOf });
          const coarse = ask(measure, { grain: coarser, asOf });
          const gathered = coarse.map(({ start, end }) =>
            sumOf(fine.filter((row) => row.start >= start && row.start <= end).map((row) => countsOf(row, measure))),
          );
          expect(gathered).toEqual(coarse.map((row) => countsOf(row, measure)));
        }
      }),
      seeded,
    );
  });

  it('of a stock have the value of their last day, or of K', () => {
    fc.assert(
      fc.property(someCases, someGrain, someDay, (cases, grain, asOf) => {
        const ask = askerOf(cases);
        for (const measure of differentMeasures.filter(({ kind }) => kind === 'stock')) {
          const days = new Map(ask(measure, { grain: 'day', asOf }).map(({ period, value }) => [period, value]));
          const known = formatDay(asOf);
          for (const { start, end, value } of ask(measure, { grain, asOf })) {
            if (start > known) expect(value).toBeNull();
            else if (end < known ? days.has(end) : days.has(known))
              expect(value).toBe(days.get(end < known ? end : known));
          }
        }
      }),
      seeded,
    );
  });

  it('of a time have the middle of all that they hold, at every grain: never a median of medians', () => {
    fc.assert(
      fc.property(someCases, someGrain, someDay, (cases, grain, asOf) => {
        const ask = askerOf(cases);
        differentMeasures.forEach((measure) => {
          if (measure.kind !== 'time') return;
          const times = timesOf(cases, measures.indexOf(measure), asOf);
          const expected = periodsOf(grain).map(({ code, start, end }) => {
            const sorted = times.flatMap(([day, x]) => (day >= start && day <= end ? [x] : [])).sort((a, b) => a - b);
            const n = sorted.length;
            const middle = ((sorted[Math.ceil(n / 2) - 1] ?? NaN) + (sorted[Math.floor(n / 2)] ?? NaN)) / 2;
            return [code, n, n === 0 ? null : middle, n === 0 ? null : sorted[Math.ceil(0.9 * n) - 1]];
          });
          const found = ask(measure, { grain, asOf });
          expect(found.map(({ period, denominator, value, p90 }) => [period, denominator, value, p90])).toEqual(
            expected,
          );
        });
      }),
      { ...seeded, numRuns: 40 },
    );
  });
});

describe('a figure as known on a day', () => {
  it('is the figure of what was recorded by then, as if nothing had come since', () => {
    fc.assert(
      fc.property(someCases, someGrain, someDay, (cases, grain, asOf) => {
        const ask = askerOf(cases);
        const then = askerOf(cases.map((copies) => factsLeftBy(copies).filter(({ recordDay }) => recordDay <= asOf)));
        for (const measure of differentMeasures) {
          const by = breakdownsOf(measure)[0] ?? [];
          expect(ask(measure, { grain, asOf, by })).toEqual(then(measure, { grain, asOf, by }));
        }
      }),
      { ...seeded, numRuns: 16 },
    );
  });
});

/** The numbers of a row that add up. */
function countsOf({ value, numerator, denominator, parts }: Observation, { kind }: Measure): readonly number[] {
  if (kind === 'shares') return [value ?? 0, ...Object.values(parts ?? {})];
  return kind === 'count' || kind === 'stock' ? [value ?? 0] : [numerator ?? 0, denominator ?? 0];
}

type Sums = readonly [period: string, ...numbers: readonly number[]];

function sumsByPeriod(rows: readonly Observation[], measure: Measure): readonly Sums[] {
  const periods = Map.groupBy(rows, ({ period }) => period);
  return [...periods].map(([period, some]) => [period, ...sumOf(some.map((row) => countsOf(row, measure)))]);
}

/** A breakdown in which nothing is counted has no rows: that is 0 in every period. */
function toZeros([period, ...numbers]: Sums): Sums {
  return [period, ...numbers.map(() => 0)];
}

function sumOf(some: readonly (readonly number[])[]): readonly number[] {
  return (some[0] ?? []).map((_, place) => some.reduce((sum, numbers) => sum + (numbers[place] ?? 0), 0));
}
