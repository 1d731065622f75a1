import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from './local-date.calendar.js';
import { dayOf, formatDay, parseDay, weekday } from './local-date.calendar.js';
import { nthDay, WorkingCalendar } from './working-days.calendar.js';

const seed = 20260615;

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a date: ${text}`);
  return parsed;
}

/** Scotland, October 2025 to December 2026. */
const from = day('2025-10-01');
const to = day('2026-12-31');
const holidays = [
  '2025-12-01',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-01-02',
  '2026-04-03',
  '2026-05-04',
  '2026-05-25',
  '2026-06-15',
  '2026-08-03',
  '2026-11-30',
  '2026-12-25',
  '2026-12-28',
].map(day);
const scotland = new WorkingCalendar({ from, to, holidays });

const isOpen = (d: Day): boolean => weekday(d) <= 5 && !holidays.includes(d);

/** wd, counted day by day. */
function countedBetween(a: Day, b: Day): number {
  let count = 0;
  for (let d = a + 1; d <= b; d += 1) if (isOpen(d)) count += 1;
  return count;
}

/** addWd, walked day by day; `null` once it leaves the calendar. */
function walked(a: Day, n: number): Day | null {
  let d = a;
  for (let left = n; left > 0;) {
    d += 1;
    if (d < from || d > to) return null;
    if (isOpen(d)) left -= 1;
  }
  return d;
}

const known = fc.integer({ min: from - 1, max: to });
const nearby = fc.integer({ min: from - 10, max: to + 10 });

describe('working days, by law', () => {
  it('are those of a day-by-day count', () => {
    fc.assert(
      fc.property(known, known, (a, b) => expect(scotland.workingDaysBetween(a, b)).toBe(countedBetween(a, b))),
      { seed, numRuns: 300 },
    );
  });

  it('are those of a day-by-day walk, also where it leaves the calendar', () => {
    fc.assert(
      fc.property(nearby, fc.integer({ min: 0, max: 350 }), (a, n) => {
        expect(scotland.addWorkingDays(a, n)).toBe(walked(a, n));
        expect(scotland.nthWorkingDay(a, n)).toBe(walked(a - 1, n));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('add up: wd(a, b) + wd(b, c) = wd(a, c)', () => {
    fc.assert(
      fc.property(fc.tuple(known, known, known), (days) => {
        const [a = 0, b = 0, c = 0] = days.toSorted((left, right) => left - right);
        const sum = (scotland.workingDaysBetween(a, b) ?? NaN) + (scotland.workingDaysBetween(b, c) ?? NaN);
        expect(sum).toBe(scotland.workingDaysBetween(a, c));
      }),
      { seed },
    );
  });

  it('are undone: wd(a, addWd(a, n)) = n, and a day earlier it is n - 1', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 1, max: 300 }), (a, n) => {
        const due = scotland.addWorkingDays(a, n);
        fc.pre(due !== null);
        expect(scotland.workingDaysBetween(a, due)).toBe(n);
        expect(scotland.workingDaysBetween(a, due - 1)).toBe(n - 1);
        expect(scotland.isWorkingDay(due)).toBe(true);
      }),
      { seed },
    );
  });

  it('are unknown only where a day outside the calendar is needed', () => {
    fc.assert(
      fc.property(nearby, nearby, (a, b) => {
        const needsUnknown = b > a && (a + 1 < from || b > to);
        expect(scotland.workingDaysBetween(a, b) === null).toBe(needsUnknown);
        expect(scotland.isWorkingDay(a)).toBe(a < from || a > to ? null : isOpen(a));
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('working days, by example', () => {
  it.each([
    ['the same day', '2026-06-10', '2026-06-10', 0],
    ['a day that is earlier', '2026-06-10', '2026-06-09', 0],
    ['Friday to Monday', '2026-06-05', '2026-06-08', 1],
    ['Saturday to Sunday', '2026-06-06', '2026-06-07', 0],
    ['over 15 June 2026', '2026-06-12', '2026-06-16', 1],
    ['to 15 June 2026 itself', '2026-06-12', '2026-06-15', 0],
    ['over Easter 2026: Good Friday is off, Easter Monday is not', '2026-04-02', '2026-04-07', 2],
    ['over Hogmanay', '2025-12-31', '2026-01-05', 1],
  ])('%s', (_, a, b, count) => {
    expect(scotland.workingDaysBetween(day(a), day(b))).toBe(count);
  });

  it.each([
    ['from a Friday', '2026-06-05', 1, '2026-06-08'],
    ['from a Saturday', '2026-06-06', 1, '2026-06-08'],
    ['from a Sunday', '2026-06-07', 5, '2026-06-12'],
    ['from Good Friday', '2026-04-03', 1, '2026-04-06'],
    ['from the holiday of 15 June 2026', '2026-06-15', 1, '2026-06-16'],
    ['over the holiday of 15 June 2026', '2026-06-12', 1, '2026-06-16'],
    ['by none', '2026-06-06', 0, '2026-06-06'],
  ])('after a, %s', (_, a, n, due) => {
    expect(formatDay(scotland.addWorkingDays(day(a), n) ?? NaN)).toBe(due);
  });

  it.each([
    ['a working day counts as the first', '2026-06-08', 1, '2026-06-08'],
    ['a Saturday does not', '2026-06-06', 1, '2026-06-08'],
    ['a holiday does not', '2026-06-15', 5, '2026-06-22'],
    ['five days of a complaint', '2026-04-01', 5, '2026-04-08'],
    ['sixteen days of a re-determination', '2026-06-01', 16, '2026-06-23'],
  ])('beginning with a, %s', (_, a, n, due) => {
    expect(formatDay(scotland.nthWorkingDay(day(a), n) ?? NaN)).toBe(due);
  });

  it('are not guessed beyond the end', () => {
    expect(scotland.addWorkingDays(day('2026-12-30'), 1)).toBe(day('2026-12-31'));
    expect(scotland.addWorkingDays(day('2026-12-31'), 1)).toBeNull();
    expect(scotland.addWorkingDays(day('2027-01-05'), 1)).toBeNull();
    expect(scotland.addWorkingDays(day('2025-09-29'), 1)).toBeNull();
  });

  it('are not counted backwards', () => {
    expect(() => scotland.addWorkingDays(from, -1)).toThrow(RangeError);
  });

  it('leave a calendar of no days with nothing to tell', () => {
    const empty = new WorkingCalendar({ from, to: from - 1, holidays: [] });
    expect([empty.isWorkingDay(from), empty.addWorkingDays(from - 1, 1), empty.workingDaysBetween(from, from)]).toEqual(
      [null, null, 0],
    );
  });
});

describe('nthDay', () => {
  it('counts the day a period begins with as day 1', () => {
    expect(nthDay(dayOf(2026, 4, 1), 1)).toBe(dayOf(2026, 4, 1));
    expect(nthDay(dayOf(2026, 4, 1), 56)).toBe(dayOf(2026, 5, 26));
  });
});
