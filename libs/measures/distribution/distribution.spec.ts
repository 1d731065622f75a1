import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdingsOf, measureNamed, questionOf } from '../figures/holdings.testkit.js';
import { observe } from '../figures/observe.measure.js';
import { holdingsOfCases, periodsOf, someCases, someDay, someGrain, timesOf } from '../figures/random-cases.testkit.js';
import { measures } from '../measure-list.measure.js';
import { notComputable } from '../measure.measure.js';
import { distributionOf, saysHowLong } from './distribution.measure.js';
import { countedByBand } from './length-band.measure.js';

const seeded = { seed: 20261124, numRuns: 40 };
const decisionTime = measureNamed('decision-time');
const howLong = measures.filter(saysHowLong);
const january = { from: '2026-01-01', to: '2026-01-31' };

describe('the distribution of any time or mean, at every grain and as known on any day', () => {
  it('counts as many as the figure does', () => {
    fc.assert(
      fc.property(someCases, someGrain, someDay, (cases, grain, asOf) => {
        for (const measure of howLong) {
          const holdings = holdingsOfCases(cases)(measure);
          for (const period of periodsOf(grain)) {
            const question = { measure, grain, periods: [period], by: [], filter: {}, asOf };
            const distribution = distributionOf(question, holdings);
            const [figure] = observe(question, holdings, () => null);
            expect(distribution?.total ?? null).toBe(figure?.denominator ?? null);
            expect(distribution?.bands.reduce((sum, { count }) => sum + count, 0)).toBe(distribution?.total);
          }
        }
      }),
      seeded,
    );
  });

  it('has each case in the band that its length lies in', () => {
    fc.assert(
      fc.property(someCases, someDay, (cases, asOf) => {
        const [year] = periodsOf('year').slice(-1);
        if (year === undefined) return;
        for (const measure of howLong) {
          const question = { measure, grain: 'year' as const, periods: [year], by: [], filter: {}, asOf };
          const lengths = timesOf(cases, measures.indexOf(measure), asOf)
            .filter(([on]) => on >= year.start && on <= year.end)
            .map(([, length]) => length);
          const bands = distributionOf(question, holdingsOfCases(cases)(measure))?.bands ?? [];
          expect(bands.map(({ count }) => count)).toEqual(
            bands.map(({ from, to }) => lengths.filter((one) => one >= from && one <= (to ?? Infinity)).length),
          );
        }
      }),
      seeded,
    );
  });
});

describe('bands', () => {
  it('lie side by side from 0 on, and hold everything', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3_000), fc.integer({ min: 1, max: 50 })), { minLength: 1 }), (lengths) => {
        const rows = lengths.map(([x, count]) => ({ on: '2026-01-12', x, count }));
        const distribution = distributionOf(questionOf(decisionTime, january), holdingsOf(decisionTime, rows, 2));
        const bands = distribution?.bands ?? [];
        expect(bands.map(({ from }) => from)).toEqual([0, ...bands.slice(0, -1).map(({ to }) => (to ?? NaN) + 1)]);
        expect(bands.slice(0, -1).filter(({ to }) => to === null)).toEqual([]);
        expect(bands.at(-1)?.count).toBeGreaterThan(0);
        expect(bands.length).toBeLessThanOrEqual(21);
        expect(new Set(bands.slice(0, -1).map(({ from, to }) => (to ?? NaN) - from)).size).toBe(1);
      }),
      seeded,
    );
  });

  it('end with what lies beyond the last of them', () => {
    const lengths = [0, 2, 3, 9, 10, 99].map((length) => [length, 1] as const);
    expect(countedByBand(lengths, [2, 4, 6, 9])).toEqual([
      { from: 0, to: 2, count: 2 },
      { from: 3, to: 4, count: 1 },
      { from: 5, to: 6, count: 0 },
      { from: 7, to: 9, count: 1 },
      { from: 10, to: null, count: 2 },
    ]);
  });

  it('are narrow where everything was short, and wide enough for all but the longest', () => {
    const widthOf = (rows: readonly { readonly on: string; readonly x: number; readonly count?: number }[]): number => {
      const [first] = distributionOf(questionOf(decisionTime, january), holdingsOf(decisionTime, rows))?.bands ?? [];
      return (first?.to ?? NaN) + 1;
    };
    expect(widthOf([{ on: '2026-01-12', x: 7 }])).toBe(1);
    expect(widthOf([{ on: '2026-01-12', x: 45 }])).toBe(5);
    expect(
      widthOf([
        { on: '2026-01-12', x: 7, count: 99 },
        { on: '2026-01-12', x: 400 },
      ]),
    ).toBe(1);
  });

  it('are none where nothing is counted', () => {
    expect(distributionOf(questionOf(decisionTime, january), holdingsOf(decisionTime, []))).toEqual({
      total: 0,
      bands: [],
    });
  });
});

it('cannot be given where a length could not be worked out, as the figure cannot', () => {
  const rows = [{ on: '2026-01-12', x: notComputable }];
  expect(distributionOf(questionOf(decisionTime, january), holdingsOf(decisionTime, rows))).toBeNull();
});
