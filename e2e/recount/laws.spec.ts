import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LoggedEvent } from './recount.oracle.js';
import { explode, Recount } from './recount.oracle.js';
import { registerRules, sampleEvents } from './sample.testkit.js';

const RULES = registerRules();
const SEED = 20_260_401;
const YEARS = { grain: 'year', from: '2024-25', to: '2026-27', asOf: '2026-06-30' } as const;

describe('the recount', () => {
  const events = sampleEvents();
  const counted = new Recount(events, RULES);

  it('does not depend on the order of the log, where no two contents share an identity', () => {
    const single = firstOfEachIdentity(events);
    const repeated = [...single, ...single.filter((_, index) => index % 7 === 0)];
    const expected = itemsInAnyOrder(single);
    fc.assert(
      fc.property(fc.shuffledSubarray(repeated, { minLength: repeated.length }), (shuffled) => {
        expect(itemsInAnyOrder(shuffled)).toEqual(expected);
      }),
      { seed: SEED, numRuns: 3 },
    );
  });

  it.each([
    ['applications-received', 'localAuthority'],
    ['open-applications', 'waiting'],
    ['decisions-made', 'ageBand'],
    ['complaints-received', 'reason'],
  ])('adds up: %s by %s', (measure, dimension) => {
    const whole = counted.answer({ ...YEARS, measure, by: [] });
    const parts = counted.answer({ ...YEARS, measure, by: [dimension] });
    const sums = whole.map(({ period }) =>
      parts.filter((part) => part.period === period).reduce((sum, { value }) => sum + (value ?? 0), 0),
    );
    expect(sums).toEqual(whole.map(({ value }) => value));
  });

  it('gives a filter the rows that a breakdown gives that code', () => {
    const question = { ...YEARS, measure: 'decision-time' };
    const filtered = counted.answer({ ...question, by: [], filter: { benefit: 'ADP' } });
    const broken = counted.answer({ ...question, by: ['benefit'] });
    expect(filtered).toEqual(
      broken.filter(({ dimensions }) => dimensions['benefit'] === 'ADP').map((row) => ({ ...row, dimensions: {} })),
    );
  });
});

function firstOfEachIdentity(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const first = new Map<string, LoggedEvent>();
  for (const event of events) {
    const { subject, source, id } = event.value as Readonly<Record<string, unknown>>;
    const identity = JSON.stringify([subject, source, id]);
    if (!first.has(identity)) first.set(identity, event);
  }
  return [...first.values()];
}

function itemsInAnyOrder(events: readonly LoggedEvent[]): readonly string[] {
  return explode(events, YEARS.asOf, RULES)
    .map((item) => JSON.stringify(item))
    .sort();
}
