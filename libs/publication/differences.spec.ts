import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differencesBetween } from './differences.rule.js';
import { frozenTable } from './frozen-table.rule.js';
import { anyRows, everyKindOfRow, rowOf, rowWithoutFigure, seed } from './publication.testkit.js';

describe('differences, by law', () => {
  it('are none between a table and itself', () => {
    fc.assert(
      fc.property(anyRows, (rows) => expect(differencesBetween(rows, structuredClone(rows))).toEqual([])),
      { seed },
    );
  });

  it('turned round are the same rows, what is new being gone and each size its opposite', () => {
    const opposite = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(
      fc.property(anyRows, anyRows, (before, after) => {
        const there = differencesBetween(before, after);
        const back = new Map(differencesBetween(after, before).map((change) => [change.key, change]));
        expect(back.size).toBe(there.length);
        for (const { key, kind, size, members } of there) {
          expect(back.get(key)).toMatchObject({ kind: opposite[kind], members });
          expect(back.get(key)?.size ?? 0).toBeCloseTo(-(size ?? 0));
        }
      }),
      { seed },
    );
  });

  it('lead from the one table to the other', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (before, after) => {
        const changes = differencesBetween(before, after);
        const added = changes.filter(({ kind }) => kind === 'added').length;
        const removed = changes.filter(({ kind }) => kind === 'removed').length;
        expect(before.length + added - removed).toBe(after.length);
        const changed = changes.filter(({ kind }) => kind === 'changed');
        expect(changed.every(({ members }) => members.length > 0)).toBe(true);
        expect(changes.every(({ before: was, after: is }) => was === null || before.includes(was) || is === null)).toBe(
          true,
        );
      }),
      { seed },
    );
  });
});

describe('differences, by example', () => {
  it('tell what changed, from what to what, and by how much', () => {
    const before = rowOf();
    const after = rowOf({ value: 0.9125, numerator: 73, denominator: 80 });
    expect(differencesBetween([before], [after])).toEqual([
      expect.objectContaining({
        framework: 'S2-M31',
        kind: 'changed',
        members: ['value', 'numerator', 'denominator'],
        before,
        after,
        size: 0.0125,
      }),
    ]);
  });

  it('are in the order of the later table, then what is gone', () => {
    const [first, second, third, ...others] = everyKindOfRow;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few rows');
    const changes = differencesBetween([first, second], [third, { ...second, value: 13 }]);
    expect(changes.map(({ framework, kind }) => [framework, kind])).toEqual([
      [third.framework, 'added'],
      [second.framework, 'changed'],
      [first.framework, 'removed'],
    ]);
    expect(others).toHaveLength(2);
  });

  it('tell several narratives of one measure apart by their order', () => {
    const told = (text: string): ReturnType<typeof rowOf> =>
      rowWithoutFigure({ evidence: { kind: 'narrative', measure: null, relation: 'direct' }, text });
    const changes = differencesBetween([told('one'), told('two')], [told('one'), told('three')]);
    expect(changes.map(({ before, after }) => [before?.text, after?.text])).toEqual([['two', 'three']]);
  });

  it('have no size where one of the two has no value, or another unit', () => {
    expect(differencesBetween([rowOf()], [rowWithoutFigure({ status: ['c'] })])[0]?.size).toBeNull();
    expect(differencesBetween([rowOf()], [rowOf({ value: 12, unit: 'claims' })])[0]?.size).toBeNull();
  });

  it('do not count the mark of a revision, which speaks of the release before', () => {
    expect(differencesBetween([rowOf({ status: ['r'] })], [rowOf()])).toEqual([]);
  });
});

describe('a frozen table', () => {
  it('marks what was published as something else, and nothing else', () => {
    const first = frozenTable([rowOf(), rowOf({ framework: 'S2-M32' })], null);
    const second = frozenTable(
      [rowOf({ value: 0.91 }), rowOf({ framework: 'S2-M32', status: ['p'] }), rowOf({ framework: 'S2-M33' })],
      first,
    );
    expect(first.rows.map(({ status }) => status)).toEqual([[], []]);
    expect(second.rows.map(({ status }) => status)).toEqual([['r'], ['p'], []]);
    expect(second.changes.map(({ framework, members }) => [framework, members])).toEqual([
      ['S2-M31', ['value']],
      ['S2-M32', ['status']],
      ['S2-M33', []],
    ]);
  });

  it('marks a figure revised once, though it was revised before', () => {
    const revised = frozenTable([rowOf({ value: 0.91 })], frozenTable([rowOf()], null));
    expect(frozenTable([rowOf({ value: 0.91 })], revised).rows[0]?.status).toEqual([]);
    expect(frozenTable([rowOf({ value: 0.92 })], revised).rows[0]?.status).toEqual(['r']);
  });

  it('leaves the first release of a year without changes', () => {
    expect(frozenTable(everyKindOfRow, null)).toEqual({ rows: everyKindOfRow, changes: [] });
  });

  it('holds Unicode alone', () => {
    expect(frozenTable([rowOf({ text: 'a\ud800' })], null).rows[0]?.text).toBe('a\ufffd');
  });
});
