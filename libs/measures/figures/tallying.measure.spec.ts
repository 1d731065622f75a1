import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDay } from '../../calendars/local-date.calendar.js';
import { no, stillOpen, yes, type Measure } from '../measure.measure.js';
import { day, holdingsOf, measureNamed, questionOf, type Asked, type WrittenRow } from './holdings.testkit.js';
import { tallyRows } from './tallying.measure.js';

const received = measureNamed('applications-received');
const inTime = measureNamed('decisions-in-time');
const open = measureNamed('open-applications');

/** The value of each cell, periods first, combinations within. */
function valuesOf(
  measure: Measure,
  rows: readonly WrittenRow[],
  asked: Asked = {},
  partitions = 1,
): readonly (number | null)[] {
  const question = questionOf(measure, asked);
  const { tally, grouping } = tallyRows(question, holdingsOf(measure, rows, partitions));
  return Array.from({ length: question.periods.length * grouping.size }, (_, cell) => tally.figure(cell).value);
}

const someDay = fc.integer({ min: day('2026-01-01'), max: day('2026-06-30') }).map(formatDay);
const someRows = fc.array(
  fc.record({
    on: someDay,
    known: someDay,
    x: fc.constant(0),
    count: fc.constantFrom(-1, 1, 2),
    at: fc.record({ benefit: fc.constantFrom('ADP', 'CDP', 'SCP'), channel: fc.constantFrom('online', 'phone') }),
  }),
  { maxLength: 60 },
);
const halfYear = { from: '2026-01-01', to: '2026-06-30' };

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

describe('rows that count on their own day', () => {
  it('come to the same however they are spread over partitions', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 2, max: 7 }), (rows, partitions) => {
        expect(valuesOf(received, rows, halfYear, partitions)).toEqual(valuesOf(received, rows, halfYear));
      }),
      { seed: 20260408, numRuns: 30 },
    );
  });

  it('sum to the whole over every breakdown and grain', () => {
    fc.assert(
      fc.property(someRows, someDay, fc.constantFrom('day', 'week', 'month', 'quarter'), (rows, asOf, grain) => {
        const whole = sumOf(rows.filter(({ known }) => known <= asOf).map(({ count }) => count));
        for (const by of [[], ['benefit'], ['channel', 'benefit']]) {
          expect(sumOf(valuesOf(received, rows, { ...halfYear, grain, by, asOf }))).toBe(whole);
        }
      }),
      { seed: 20260409, numRuns: 20 },
    );
  });

  it('are those known at the end of K, whatever their day', () => {
    const rows = [
      { on: '2026-03-01', known: '2026-03-10', x: 0 },
      { on: '2026-03-02', known: '2026-03-11', x: 0 },
      { on: '2026-03-01', known: '2026-03-12', x: 0, count: -1 },
    ];
    const march = { from: '2026-03-01', to: '2026-03-31' };
    const known = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12'].map((asOf) =>
      valuesOf(received, rows, { ...march, asOf }),
    );
    expect(known).toEqual([[0], [1], [2], [1]]);
  });

  it('stay outside where their day does', () => {
    const rows = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((on) => ({ on, x: 0 }));
    expect(valuesOf(received, rows, { from: '2026-03-15', to: '2026-03-16' })).toEqual([2]);
  });
});

describe('a limit', () => {
  const rows = [
    { on: '2026-03-03', known: '2026-03-03', x: yes },
    { on: '2026-03-20', known: '2026-02-01', x: no },
  ];
  const march = { from: '2026-03-01', to: '2026-03-31' };

  it('that is still running counts nowhere before the day it is missed on', () => {
    const known = ['2026-03-02', '2026-03-03', '2026-03-19', '2026-03-20'].map((asOf) =>
      valuesOf(inTime, rows, { ...march, asOf }),
    );
    expect(known).toEqual([[null], [1], [1], [0.5]]);
  });
});

describe('a stock', () => {
  const weeks = { grain: 'week', from: '2026-03-02', to: '2026-03-22' } as const;

  it('is what stands at the end of each period: begun by then, and not ended', () => {
    const rows = [
      { on: '2026-03-08', x: day('2026-03-15') },
      { on: '2026-03-09', x: day('2026-03-16') },
      { on: '2026-03-10', x: stillOpen },
      { on: '2026-03-11', x: day('2026-03-11') },
    ];
    expect(valuesOf(open, rows, weeks)).toEqual([1, 2, 1]);
  });

  it('is judged at K in the period that holds K, and has no date in a later one', () => {
    const rows = [
      { on: '2026-03-09', known: '2026-03-09', x: stillOpen },
      { on: '2026-03-12', known: '2026-03-11', x: stillOpen },
    ];
    expect(valuesOf(open, rows, { ...weeks, asOf: '2026-03-11' })).toEqual([0, 1, 0]);
    expect(valuesOf(open, rows, { ...weeks, asOf: '2026-03-12' })).toEqual([0, 2, 0]);
  });

  it('forgets an end that was not known yet', () => {
    const rows = [
      { on: '2026-03-02', known: '2026-03-02', x: stillOpen },
      { on: '2026-03-02', known: '2026-03-20', x: stillOpen, count: -1 },
      { on: '2026-03-02', known: '2026-03-20', x: day('2026-03-04') },
    ];
    expect(valuesOf(open, rows, { ...weeks, asOf: '2026-03-19' })).toEqual([1, 1, 1]);
    expect(valuesOf(open, rows, { ...weeks, asOf: '2026-03-20' })).toEqual([0, 0, 0]);
  });

  it('moves from one waiting band to the next as time goes on', () => {
    // 20 working days after 2 March 2026 is 30 March, the last day of the first band.
    const rows = [{ on: '2026-03-02', x: stillOpen }];
    const days = { grain: 'day', from: '2026-03-30', to: '2026-03-31', by: ['waiting'] } as const;
    expect(valuesOf(open, rows, days)).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
  });

  it('may be of one waiting band only, across the end of a period', () => {
    // wd from 2 March: 21 at the end of March, 43 of April, 54 on 15 May, 64 at the end of May.
    const rows = [{ on: '2026-03-02', x: day('2026-06-15') }];
    const months = { from: '2026-03-01', to: '2026-06-30', filter: { waiting: '41-60' } };
    expect(valuesOf(open, rows, months)).toEqual([0, 1, 0, 0]);
    expect(valuesOf(open, rows, { ...months, asOf: '2026-05-15' })).toEqual([0, 1, 1, 0]);
  });

  it('sums to the whole over benefit and waiting', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const standing = rows.map((row) => ({ ...row, x: stillOpen }));
        const whole = valuesOf(open, standing, halfYear);
        const broken = valuesOf(open, standing, { ...halfYear, by: ['benefit', 'waiting'] });
        const size = broken.length / whole.length;
        expect(whole).toEqual(whole.map((_, period) => sumOf(broken.slice(period * size, (period + 1) * size))));
      }),
      { seed: 20260410, numRuns: 40 },
    );
  });
});

describe('no periods', () => {
  it('are no cells', () => {
    expect(valuesOf(received, [{ on: '2026-03-02', x: 0 }], { from: '2026-03-02', to: '2026-03-01' })).toEqual([]);
  });
});
