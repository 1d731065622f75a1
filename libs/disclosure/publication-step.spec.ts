import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, formatDay, localDay } from '../calendars/local-date.calendar.js';
import { isStep, latestStep, nextStep, stepKnownAt, stepsBetween, type StepLength } from './publication-step.rule.js';

const seed = 5;
const lengths = fc.constantFrom<StepLength>('day', 'week', 'month');
const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 11, 31) });

describe('publication steps', () => {
  it('follow one another: an instant lies between the latest and the next, with none in between', () => {
    fc.assert(
      fc.property(lengths, instants, (length, now) => {
        const [latest, next] = [latestStep(length, now), nextStep(length, now)];
        expect(latest.at).toBeLessThanOrEqual(now);
        expect(next.at).toBeGreaterThan(now);
        expect(stepsBetween(length, latest.asOf, next.asOf)).toEqual([latest, next]);
        expect(latestStep(length, next.at)).toEqual(next);
      }),
      { seed },
    );
  });

  it('are known to the end of the day before, and not before they have come', () => {
    fc.assert(
      fc.property(lengths, instants, (length, now) => {
        const { at, asOf } = latestStep(length, now);
        expect(localDay(at)).toBe(asOf + 1);
        expect(isStep(length, asOf, at)).toBe(true);
        expect(isStep(length, asOf, at - 1)).toBe(false);
      }),
      { seed },
    );
  });

  it.each([
    ['week', '2026-06-28', '2026-06-29T08:30:00.000Z'],
    ['week', '2026-01-04', '2026-01-05T09:30:00.000Z'],
    ['month', '2026-03-31', '2026-04-01T08:30:00.000Z'],
    ['day', '2026-03-28', '2026-03-29T08:30:00.000Z'],
    ['day', '2026-10-24', '2026-10-25T09:30:00.000Z'],
  ] as const)('by %s, what is known at %s is published at %s', (length, asOf, at) => {
    const step = stepKnownAt(length, dayOf(Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7)), Number(asOf.slice(8))));
    expect(step === null ? null : new Date(step.at).toISOString()).toBe(at);
  });

  it('weekly ones are those of Mondays: no other day before is one', () => {
    const steps = stepsBetween('week', dayOf(2026, 6, 1), dayOf(2026, 6, 30)).map(({ asOf }) => formatDay(asOf));
    expect(steps).toEqual(['2026-06-07', '2026-06-14', '2026-06-21', '2026-06-28']);
    expect(isStep('week', dayOf(2026, 6, 8), Date.UTC(2026, 11, 1))).toBe(false);
  });
});
