import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, type Day } from '../../calendars/local-date.calendar.js';
import { periodsOverlapping, type Grain } from '../../calendars/period.calendar.js';
import type { RecordedFact } from '../../events/case.codec.js';
import { effectiveFacts } from '../../events/correction.fact.js';
import { CaseState } from '../fold/case-state.measure.js';
import { arrivals, factsLeftBy, smallRules } from '../fold/case.testkit.js';
import { Contributions, contributionsOf } from '../fold/contributions.measure.js';
import { foldFact } from '../fold/fold.measure.js';
import { programOf } from '../fold/program.measure.js';
import { layoutOf } from '../layout.measure.js';
import { measures } from '../measure-list.measure.js';
import { cubesOf, type Measure } from '../measure.measure.js';
import { DifferenceTable } from '../rows/difference-table.measure.js';
import { RowTable } from '../rows/row-table.measure.js';
import { observe, type Observation } from './observe.measure.js';
import type { Question } from './question.measure.js';

type Cases = readonly (readonly RecordedFact[])[];
type Asked = Pick<Question, 'grain' | 'asOf'> & Partial<Pick<Question, 'by' | 'filter'>>;

/** Everything that the random cases count lies between these days. */
const [firstDay, lastDay] = [dayOf(2026, 3, 1), dayOf(2026, 8, 31)];

const program = programOf(measures, smallRules);
const { dimensions } = layoutOf(measures);
const someCases = fc.array(arrivals, { minLength: 4, maxLength: 16 });
const someDay = fc.integer({ min: dayOf(2026, 3, 25), max: lastDay });
const someGrain = fc.constantFrom<Grain>('day', 'week', 'month', 'quarter', 'year');
const seeded = { seed: 20260401, numRuns: 8 };

describe('any breakdown of any measure', () => {
  it('sums to the whole, at every grain, as known on any day', () => {
    fc.assert(
      fc.property(someCases, someGrain, someDay, (cases, grain, asOf) => {
        const ask = askerOf(cases);
        for (const measure of measures) {
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
        for (const measure of measures) {
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
        for (const measure of measures.filter(({ kind }) => kind !== 'stock')) {
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
        for (const measure of measures.filter(({ kind }) => kind === 'stock')) {
          const days = new Map(ask(measure, { grain: 'day', asOf }).map(({ period, value }) => [period, value]));
          const known = new Date(asOf * 86_400_000).toISOString().slice(0, 10);
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
        measures.forEach((measure, index) => {
          if (measure.kind !== 'time') return;
          const times = timesOf(cases, index, asOf);
          const expected = periodsOverlapping(grain, firstDay, lastDay).map(({ code, start, end }) => {
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
        for (const measure of measures) {
          const by = breakdownsOf(measure)[0] ?? [];
          expect(ask(measure, { grain, asOf, by })).toEqual(then(measure, { grain, asOf, by }));
        }
      }),
      { ...seeded, numRuns: 16 },
    );
  });
});

/** Answers from the rows of the cases, which lie in two partitions. */
function askerOf(cases: Cases): (measure: Measure, asked: Asked) => readonly Observation[] {
  const tables = [0, 1].map((partition) => {
    const differences = new DifferenceTable();
    for (const copies of cases.filter((_, index) => index % 2 === partition)) {
      const state = CaseState.empty();
      for (const copy of copies) foldFact(state, copy, program, differences);
    }
    const rows = new RowTable();
    rows.add(differences.drain());
    return rows;
  });
  return (measure, { by = [], filter = {}, grain, asOf }) =>
    observe(
      { measure, grain, periods: periodsOverlapping(grain, firstDay, lastDay), by, filter, asOf },
      {
        tables,
        measureIndex: measures.indexOf(measure),
        dimensions: dimensions[measure.journey],
        calendar: smallRules.calendar,
      },
      () => null,
    );
}

/** Every choice of one or two dimensions of one cube. */
function breakdownsOf(measure: Measure): readonly (readonly string[])[] {
  return cubesOf(measure).flatMap((cube) =>
    cube.flatMap((name, place) => [[name], ...cube.slice(place + 1).map((other) => [name, other])]),
  );
}

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

/** What the cases contribute to a measure, worked out from all that was recorded by a day. */
function timesOf(cases: Cases, measure: number, asOf: Day): readonly (readonly [day: Day, x: number])[] {
  const times: [Day, number][] = [];
  for (const copies of cases) {
    const contributions = new Contributions();
    const known = factsLeftBy(copies).filter(({ recordDay }) => recordDay <= asOf);
    contributionsOf(effectiveFacts(known), program, [measure], contributions);
    contributions.forEach((_measure, _tuple, day, x) => times.push([day, x]));
  }
  return times;
}
