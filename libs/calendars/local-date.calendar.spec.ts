import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, dayOf, endOfLocalDay, formatDay, localDay, parseDay, weekday } from './local-date.calendar.js';

const seed = 20260331;
const HOUR = 3_600_000;
const DAY = 86_400_000;

const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const anyDay = fc.integer({ min: dayOf(0, 1, 1), max: dayOf(9999, 12, 31) });
const anyDayOfProject = fc.integer({ min: dayOf(2018, 1, 1), max: dayOf(2099, 12, 31) });

describe('a calendar date, by law', () => {
  it('is written, taken apart and placed in the week as the platform does it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY);
        expect(formatDay(day)).toBe(date.toISOString().slice(0, 10));
        expect(civilDate(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekday(day) % 7).toBe(date.getUTCDay());
      }),
      { seed, numRuns: 300 },
    );
  });

  it('reads back what was written and puts together what was taken apart', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = civilDate(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
        expect(parseDay(formatDay(day))).toBe(day);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('turns from February and from December as the platform does, in all of four hundred years', () => {
    const wrong: string[] = [];
    for (let year = 1900; year <= 2300; year += 1) {
      for (const turn of [Date.UTC(year, 2, 1), Date.UTC(year + 1, 0, 1)]) {
        for (const at of [turn - DAY, turn]) {
          const date = new Date(at).toISOString().slice(0, 10);
          if (formatDay(at / DAY) !== date || parseDay(date) !== at / DAY) wrong.push(date);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a calendar date, by example', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-04-01', 20_544],
    ['0000-01-01', -719_528],
  ])('%s is day %d', (text, day) => {
    expect(parseDay(text)).toBe(day);
    expect(formatDay(day)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-01-32',
    '2026-1-01',
    '20260101',
    '2026-01-01 ',
    ' 2026-01-01',
    '2026/01/01',
    '26-01-01',
    '+2026-01-01',
    '2026-01-1a',
    '2026-01-01T00:00:00Z',
    '2026-W14',
    '',
  ])('"%s" is no date', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('has January of the next year as month 13', () => {
    expect(dayOf(2026, 13, 1)).toBe(dayOf(2027, 1, 1));
  });

  it('begins the week on Monday', () => {
    expect(
      ['2026-06-29', '2026-07-05', '1969-12-29', '1969-12-28'].map((text) => weekday(parseDay(text) ?? NaN)),
    ).toEqual([1, 7, 1, 7]);
  });
});

describe('the date in London, by law', () => {
  it('is what the time zone database says, every hour round every change from 2018 to 2040', () => {
    const wrong: string[] = [];
    for (let year = 2018; year <= 2040; year += 1) {
      for (const month of [3, 10]) {
        // The last Sunday lies between the 25th and the 31st: the change is on one of these days.
        for (let at = dayOf(year, month, 24) * DAY; at < dayOf(year, month + 1, 2) * DAY; at += HOUR) {
          if (formatDay(localDay(at)) !== inLondon.format(at)) wrong.push(new Date(at).toISOString());
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is what the time zone database says, at any instant from 1996 to 2099', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2100, 0, 1) }), (at) =>
        expect(formatDay(localDay(at))).toBe(inLondon.format(at)),
      ),
      { seed, numRuns: 1_000 },
    );
  });

  it('is what the time zone database says in the last hour of every day of 2026', () => {
    for (let day = dayOf(2026, 1, 1); day <= dayOf(2026, 12, 31); day += 1) {
      const at = day * DAY + 23.5 * HOUR;
      expect(formatDay(localDay(at))).toBe(inLondon.format(at));
    }
  });

  it('ends with the last millisecond before the next date begins', () => {
    fc.assert(
      fc.property(anyDayOfProject, (day) => {
        const end = endOfLocalDay(day);
        expect(localDay(end - 1)).toBe(day);
        expect(localDay(end)).toBe(day + 1);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('the date in London, by example', () => {
  it.each([
    ['late on a July evening', '2026-07-14T23:30:00Z', '2026-07-15'],
    ['late on a January evening', '2026-01-14T23:30:00Z', '2026-01-14'],
    ['the evening before summer time', '2026-03-28T23:30:00Z', '2026-03-28'],
    ['the first evening of summer time', '2026-03-29T23:00:00Z', '2026-03-30'],
    ['the last evening before winter time', '2026-10-24T23:00:00Z', '2026-10-25'],
    ['the first evening of winter time', '2026-10-25T23:59:59.999Z', '2026-10-25'],
    ['the turn of a year', '2023-12-31T23:59:59.999Z', '2023-12-31'],
  ])('%s', (_, at, date) => {
    expect(formatDay(localDay(Date.parse(at)))).toBe(date);
  });

  it.each([
    ['23 hours long', '2026-03-29', '2026-03-29T23:00:00Z'],
    ['25 hours long', '2026-10-25', '2026-10-26T00:00:00Z'],
    ['in summer', '2026-07-14', '2026-07-14T23:00:00Z'],
    ['in winter', '2026-01-14', '2026-01-15T00:00:00Z'],
  ])('a day %s ends', (_, date, end) => {
    expect(endOfLocalDay(parseDay(date) ?? NaN)).toBe(Date.parse(end));
  });
});
