import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, dayOf, formatDay, parseDay, weekday } from './local-date.calendar.js';
import type { Grain, Period } from './period.calendar.js';
import { isGrain, isYearCode, parsePeriod, parseYear, periodOf, periodsOverlapping } from './period.calendar.js';

const seed = 20260401;
const grains: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

const anyGrain = fc.constantFrom(...grains);
const anyDay = fc.integer({ min: dayOf(2018, 1, 1), max: dayOf(2099, 12, 31) });

const written = ({ code, start, end }: Period): string => `${code} ${formatDay(start)}..${formatDay(end)}`;
const dayNamed = (text: string): number => parseDay(text) ?? NaN;

describe('periods, by law', () => {
  it('hold the day they are the period of, on every day of theirs', () => {
    fc.assert(
      fc.property(anyGrain, anyDay, (grain, day) => {
        const period = periodOf(grain, day);
        expect(period.start <= day && day <= period.end).toBe(true);
        expect(periodOf(grain, period.start)).toEqual(period);
        expect(periodOf(grain, period.end)).toEqual(period);
      }),
      { seed, numRuns: 300 },
    );
  });

  it.each(grains)('tile the days of the project without gap or overlap, each with a code of its own: %s', (grain) => {
    const periods = periodsOverlapping(grain, dayOf(2018, 1, 1), dayOf(2099, 12, 31));
    const seams = periods.slice(1).map((period, index) => period.start - (periods[index]?.end ?? NaN));
    expect(new Set(seams)).toEqual(new Set([1]));
    expect(new Set(periods.map(({ code }) => code)).size).toBe(periods.length);
  });

  it('are named by a code that reads back', () => {
    fc.assert(
      fc.property(anyGrain, anyDay, (grain, day) => {
        const period = periodOf(grain, day);
        expect(parsePeriod(period.code)).toEqual({ grain, period });
      }),
      { seed, numRuns: 300 },
    );
  });

  it('nest: months in quarters, quarters in years', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [month, quarter, year] = [periodOf('month', day), periodOf('quarter', day), periodOf('year', day)];
        expect([year.start <= quarter.start, quarter.start <= month.start]).toEqual([true, true]);
        expect([month.end <= quarter.end, quarter.end <= year.end]).toEqual([true, true]);
        expect(periodsOverlapping('month', quarter.start, quarter.end)).toHaveLength(3);
        expect(periodsOverlapping('quarter', year.start, year.end).map(({ code }) => code)).toEqual(
          [1, 2, 3, 4].map((number) => `${year.code}-Q${number}`),
        );
      }),
      { seed },
    );
  });

  it('overlap a range exactly when they share a day with it', () => {
    fc.assert(
      fc.property(anyGrain, anyDay, fc.integer({ min: -3, max: 800 }), (grain, from, length) => {
        const to = from + length;
        const periods = periodsOverlapping(grain, from, to);
        if (length < 0) {
          expect(periods).toEqual([]);
        } else {
          expect(periods[0]).toEqual(periodOf(grain, from));
          expect(periods.at(-1)).toEqual(periodOf(grain, to));
        }
      }),
      { seed },
    );
  });

  it('have codes in no other form', () => {
    const piece = fc.constantFrom('2026', '26', '27', '-', 'W', 'Q', '1', '04', '53', '00', ' ', '.', '+', 'e1', '١');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const code = pieces.join('');
        const parsed = parsePeriod(code);
        if (parsed !== null) expect(periodOf(parsed.grain, parsed.period.start).code).toBe(code);
        if (parsed !== null) expect(code).toMatch(/^\d{4}(-\d\d-\d\d|-W\d\d|-\d\d|-\d\d-Q[1-4])$/);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  it('count weeks by the Thursdays of the year', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = periodOf('week', day);
        const { year } = civilDate(week.start + 3);
        let thursdays = 0;
        for (let d = dayOf(year, 1, 1); d <= week.end; d += 1) if (weekday(d) === 4) thursdays += 1;
        expect(week.code).toBe(`${year}-W${String(thursdays).padStart(2, '0')}`);
      }),
      { seed },
    );
  });
});

describe('periods, by example', () => {
  it.each([
    ['2026-04-01', 'day', '2026-04-01', '2026-04-01'],
    ['2026-W14', 'week', '2026-03-30', '2026-04-05'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-04'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-03'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03'],
    ['2026-04', 'month', '2026-04-01', '2026-04-30'],
    ['2026-12', 'month', '2026-12-01', '2026-12-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2026-27-Q1', 'quarter', '2026-04-01', '2026-06-30'],
    ['2026-27-Q3', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-27-Q4', 'quarter', '2027-01-01', '2027-03-31'],
    ['2026-27', 'year', '2026-04-01', '2027-03-31'],
    ['2099-00', 'year', '2099-04-01', '2100-03-31'],
    ['2011-12', 'month', '2011-12-01', '2011-12-31'],
  ])('%s is a %s', (code, grain, start, end) => {
    expect(parsePeriod(code)).toEqual({ grain, period: { code, start: dayNamed(start), end: dayNamed(end) } });
  });

  it.each([
    '2026-28',
    '2026-13',
    '2026-00',
    '2026-26',
    '2025-W53',
    '2026-W54',
    '2026-W00',
    '2026-W1',
    '2026-w14',
    '2026W14',
    '2026-27-Q0',
    '2026-27-Q5',
    '2026-28-Q1',
    '2026-27-q1',
    '2026-Q1',
    '2026-02-29',
    '2026-4',
    '2026',
    '2026-27 ',
    '+026-27',
    '',
  ])('"%s" is no period', (code) => {
    expect(parsePeriod(code)).toBeNull();
  });

  it('change at the turn of the week, month, quarter and year', () => {
    const dates = ['2026-03-31', '2026-04-01'].map(dayNamed);
    expect(dates.flatMap((day) => grains.map((grain) => written(periodOf(grain, day))))).toEqual([
      '2026-03-31 2026-03-31..2026-03-31',
      '2026-W14 2026-03-30..2026-04-05',
      '2026-03 2026-03-01..2026-03-31',
      '2025-26-Q4 2026-01-01..2026-03-31',
      '2025-26 2025-04-01..2026-03-31',
      '2026-04-01 2026-04-01..2026-04-01',
      '2026-W14 2026-03-30..2026-04-05',
      '2026-04 2026-04-01..2026-04-30',
      '2026-27-Q1 2026-04-01..2026-06-30',
      '2026-27 2026-04-01..2027-03-31',
    ]);
  });

  it('are whole even where the range cuts them', () => {
    const periods = periodsOverlapping('month', dayNamed('2026-01-31'), dayNamed('2026-03-01'));
    expect(periods.map(written)).toEqual([
      '2026-01 2026-01-01..2026-01-31',
      '2026-02 2026-02-01..2026-02-28',
      '2026-03 2026-03-01..2026-03-31',
    ]);
  });

  it('have five grains', () => {
    expect([...grains, 'hour', 'toString', 'constructor', ''].map(isGrain)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the code of a financial year', () => {
  it.each(['2025-26', '2099-00', '2018-19', '2011-12'])('%s', (code) => {
    expect(isYearCode(code)).toBe(true);
  });

  it.each([
    '2025-25',
    '2025-27',
    '2025-2026',
    '2025',
    '2025/26',
    '25-26',
    '2025-26-Q1',
    ' 2025-26',
    '2025-26\n',
    '2099-100',
    '',
  ])('not "%s"', (text) => {
    expect(isYearCode(text)).toBe(false);
  });

  it('names the year even where parsePeriod would read a month', () => {
    expect(parseYear('2011-12')).toEqual(periodOf('year', dayOf(2011, 12, 1)));
  });
});
