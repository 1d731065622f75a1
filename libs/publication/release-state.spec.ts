import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, formatDay, parseDay } from '../calendars/local-date.calendar.js';
import { periodOf } from '../calendars/period.calendar.js';
import { seed } from './publication.testkit.js';
import { stateVerdict } from './release-state.rule.js';

const anyDay = fc.integer({ min: dayOf(2018, 4, 1), max: dayOf(2090, 1, 1) });
const on = (text: string): number => parseDay(text) ?? NaN;

describe('the state of a release, by law', () => {
  it('stays allowed once it is', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.nat(800), fc.constantFrom('provisional', 'final'), (of, today, later, state) => {
        const { code } = periodOf('year', of);
        if (stateVerdict(code, state, today).allowed) {
          expect(stateVerdict(code, state, today + later).allowed).toBe(true);
        }
      }),
      { seed },
    );
  });

  it('is as known on the day before, and what can be final can be provisional', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (of, today) => {
        const { code } = periodOf('year', of);
        const final = stateVerdict(code, 'final', today);
        if (final.allowed) {
          expect(final.asOf).toBe(today - 1);
          expect(stateVerdict(code, 'provisional', today)).toEqual(final);
        }
      }),
      { seed },
    );
  });
});

describe('the state of a release, by example', () => {
  it.each([
    ['2025-26', 'final', '2026-04-29', '2026-04-28'],
    ['2025-26', 'provisional', '2026-04-01', '2026-03-31'],
    ['2025-26', 'provisional', '2025-04-02', '2025-04-01'],
  ] as const)('%s is %s on %s, as known on %s', (year, state, today, asOf) => {
    const verdict = stateVerdict(year, state, on(today));
    expect(verdict.allowed && formatDay(verdict.asOf)).toBe(asOf);
  });

  it.each([
    ['2025-26', 'final', '2026-04-28', 'too-early-to-be-final'],
    ['2025-26', 'final', '2025-12-01', 'too-early-to-be-final'],
    ['2025-26', 'provisional', '2025-04-01', 'year-not-begun'],
    ['2025-27', 'provisional', '2026-04-29', 'not-a-year'],
  ] as const)('%s is not %s on %s: %s', (year, state, today, code) => {
    expect(stateVerdict(year, state, on(today))).toMatchObject({ allowed: false, code });
  });

  it('is refused with the day from which it is allowed', () => {
    expect(stateVerdict('2025-26', 'final', on('2026-04-28'))).toMatchObject({
      reason: expect.stringContaining('from 2026-04-29'),
    });
  });
});
