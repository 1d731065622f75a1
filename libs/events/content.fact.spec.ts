import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sameContent, sameJson } from './content.fact.js';
import { eventFrom, events, exampleEvent, rawEvents, seeded } from './fact.testkit.js';

/** The same value with the members of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

describe('laws of equal content', () => {
  it('is an equality: of itself, both ways, and passed on', () => {
    fc.assert(
      fc.property(events, events, events, (a, b, c) => {
        expect(sameContent(a, a)).toBe(true);
        expect(sameContent(a, b)).toBe(sameContent(b, a));
        if (sameContent(a, b) && sameContent(b, c)) expect(sameContent(a, c)).toBe(true);
      }),
      seeded,
    );
  });

  it('does not look at the order of members, nor at how the instant is written', () => {
    fc.assert(
      fc.property(rawEvents, (raw) => {
        const other = { ...raw, id: 'other', data: reversed(raw['data']), extension: 'x' };
        expect(sameContent(eventFrom(raw), eventFrom(other))).toBe(true);
      }),
      seeded,
    );
  });

  it('agrees with the JSON text in one order of members', () => {
    const sorted = (value: unknown): string =>
      JSON.stringify(value, (_, member: unknown) =>
        typeof member === 'object' && member !== null && !Array.isArray(member)
          ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
          : member,
      );
    const values = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(sameJson(a, b)).toBe(sorted(a) === sorted(b));
        expect(sameJson(a, reversed(a))).toBe(true);
      }),
      seeded,
    );
  });
});

describe('content', () => {
  const event = eventFrom(exampleEvent);

  it.each([
    ['the same instant elsewhere', { time: '2025-05-06T11:00:00.000+01:00' }],
    ['members in another order', { data: { channel: 'online', benefit: 'ADP' } }],
  ])('is the same with %s', (_, changes) => {
    expect(sameContent(event, eventFrom({ ...exampleEvent, ...changes }))).toBe(true);
  });

  it.each([
    ['a time that differs below the millisecond', { time: '2025-05-06T10:00:00.0001Z' }],
    ['a default spelt out', { data: { ...exampleEvent.data, specialRules: false } }],
  ])('is another with %s', (_, changes) => {
    expect(sameContent(event, eventFrom({ ...exampleEvent, ...changes }))).toBe(false);
  });

  it('is another of another type, though time and data are the same', () => {
    const empty = { ...exampleEvent, type: 'charter.case.work-started.v1', data: {} };
    expect(sameContent(eventFrom(empty), eventFrom({ ...empty, type: 'charter.evidence.complete.v1' }))).toBe(false);
  });

  it('takes numbers by value, and arrays for no objects', () => {
    expect(sameJson(JSON.parse('[1,10,0]'), JSON.parse('[1.0,1e1,-0]'))).toBe(true);
    expect(sameJson([], {})).toBe(false);
    expect(sameJson({ a: 1 }, { b: 1 })).toBe(false);
    expect(sameJson({ a: null }, { b: null })).toBe(false);
    expect(sameJson(null, {})).toBe(false);
  });
});
