import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '../calendars/instant.calendar.js';
import { casesOf, day, examplePlan, recordedThrough } from './plan.testkit.js';
import type { SyntheticEvent } from './synthetic-event.fact.js';
import { unfolding } from './unfolding.rule.js';

const twoYears = recordedThrough(examplePlan, '2024-04-01', '2026-03-31');
const quarter = recordedThrough(examplePlan, '2024-04-01', '2024-06-30');

const bytes = (events: readonly SyntheticEvent[]): string =>
  events.map(({ event }) => JSON.stringify(event)).join('\n');

describe('what unfolds from a plan', () => {
  it('is the same, byte for byte, each time', () => {
    expect(bytes(recordedThrough(examplePlan, '2024-04-01', '2024-06-30'))).toBe(bytes(quarter));
  });

  it('is another with another seed', () => {
    const other = recordedThrough({ ...examplePlan, seed: examplePlan.seed + 1 }, '2024-04-01', '2024-06-30');
    expect(bytes(other)).not.toBe(bytes(quarter));
  });

  it('begins alike however far it is read', () => {
    expect(quarter.length).toBeGreaterThan(1_000);
    expect(twoYears.slice(0, quarter.length)).toEqual(quarter);
  });

  it('tells a day the same wherever one begins', () => {
    const told = new Set(quarter.map(({ event }) => JSON.stringify(event)));
    const later = recordedThrough(examplePlan, '2024-06-01', '2024-06-30');
    expect(later.length).toBeGreaterThan(500);
    expect(later.filter(({ event }) => !told.has(JSON.stringify(event)))).toEqual([]);
  });

  it('comes in order of record time', () => {
    expect(twoYears.every(({ recordedAt }, index) => recordedAt >= (twoYears[index - 1]?.recordedAt ?? 0))).toBe(true);
  });

  it('passes the door, event by event, at the moment at which it is recorded', () => {
    expect(() => casesOf(twoYears)).not.toThrow();
  });

  it('has an identity of its own for every event', () => {
    expect(new Set(twoYears.map(({ event }) => `${event.source} ${event.id}`)).size).toBe(twoYears.length);
  });

  it('says when each event was recorded, and when its journey first was', () => {
    const first = new Map<string, number>();
    const wrong = twoYears.filter(({ event, recordedAt, startedAt }) => {
      const journey = event.id.slice(0, event.id.lastIndexOf('-'));
      if (!first.has(journey)) first.set(journey, recordedAt);
      return parseInstant(event.recordedtime)?.at !== recordedAt || first.get(journey) !== startedAt;
    });
    expect(wrong).toEqual([]);
  });

  it('shares no case with another prefix, but for what is reported once a year', () => {
    const other = recordedThrough({ ...examplePlan, prefix: 'U' }, '2024-04-01', '2024-06-30');
    const subjects = new Set(quarter.map(({ event }) => event.subject));
    const shared = other.filter(({ event }) => subjects.has(event.subject));
    expect(shared.filter(({ event }) => !/(figure\.reported|evidence\.filed)/.test(event.type))).toEqual([]);
    const ids = new Set(quarter.map(({ event }) => event.id));
    expect(shared.filter(({ event }) => ids.has(event.id))).toEqual([]);
  });

  it('goes on beyond the holiday calendar', () => {
    const from = examplePlan.rules.calendar.to - 30;
    const some: SyntheticEvent[] = [];
    for (const event of unfolding(examplePlan, from)) if (some.push(event) === 3_000) break;
    expect(() => casesOf(some)).not.toThrow();
  });

  it.each([
    ['a prefix with a space', { prefix: 'a b' }],
    ['no prefix', { prefix: '' }],
    ['a scale of nothing', { scale: 0 }],
  ])('is not told of a plan with %s', (_story, wrong) => {
    expect(() => unfolding({ ...examplePlan, ...wrong }, day('2025-01-01')).next()).toThrow(RangeError);
  });
});
